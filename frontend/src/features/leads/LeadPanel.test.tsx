import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { id, later, page, patches } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Lead, LeadSummary } from '@/shared/api/gen';
import { answers, server } from '@/shared/testing/server';

// Lists leave long texts out: whoever edits from one waits for the record, and writes over no text it has not seen.

describe('a lead opened from the list', () => {
  const row: LeadSummary = {
    id: id('1'),
    name: 'Beatriz Nogueira',
    stage: 'new',
    tags: [],
    bant_score: 40,
    score: 40,
    version: 2,
  };
  const lead: Lead = { ...row, notes: 'Ligar só depois das 14 h' };

  it('offers nothing to edit until its texts are there, and keeps them when the name is changed', async () => {
    server.use(answers('/api/crm/leads', page(row)), answers('/api/tenant/users', page()));
    const arrive = later(`/api/crm/leads/${lead.id}`, lead);
    const sent = patches(`/api/crm/leads/${lead.id}`, lead);
    const { router } = await renderAt('/leads');
    await userEvent.click(await screen.findByRole('row', { name: /Beatriz Nogueira/ }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ id: lead.id }));
    const panel = await screen.findByRole('dialog');
    expect(within(panel).queryByLabelText('Anotações')).not.toBeInTheDocument();
    expect(within(panel).queryByRole('textbox')).not.toBeInTheDocument();

    arrive();
    expect(await within(panel).findByLabelText('Anotações')).toHaveValue('Ligar só depois das 14 h');
    const name = within(panel).getByLabelText(/^Nome/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Beatriz Prado{Enter}');
    await waitFor(() => expect(sent).toEqual([[2, { name: 'Beatriz Prado' }]]));
    expect(within(panel).getByLabelText('Anotações')).toHaveValue('Ligar só depois das 14 h');
  });
});

describe('the score of a lead', () => {
  const lead: Lead = {
    id: id('1'),
    name: 'Beatriz Nogueira',
    stage: 'new',
    tags: [],
    bant_score: 77,
    score: 77,
    score_threshold: 70,
    version: 2,
    notes: null,
    bant_budget: 'R$ 1.000 - R$ 5.000/mês',
  };
  const line = { family: 'bant' as const, version: 0, at: '2026-11-30T14:25:00Z' };
  const score = {
    lead_id: lead.id,
    total: 77,
    version: 2,
    history: [],
    lines: [
      {
        ...line,
        rule: 'bant_budget',
        input: 'bant_budget',
        value: 'R$ 1.000 - R$ 5.000/mês',
        points: 100,
        source: { type: 'field' },
        overridden: false,
      },
      {
        ...line,
        rule: 'bant_scale',
        input: 'bant_maximum',
        value: '130',
        points: -23,
        source: { type: 'rule' },
        overridden: false,
      },
    ],
  };

  it('says of each point why it is given, and lets a person decide with a reason', async () => {
    server.use(
      answers('/api/crm/leads', page(lead)),
      answers('/api/tenant/users', page()),
      answers(`/api/crm/leads/${lead.id}`, lead),
      answers(`/api/crm/leads/${lead.id}/score`, score),
    );
    const sent: unknown[] = [];
    server.use(
      http.put(`*/api/crm/leads/${lead.id}/score/lines/bant_budget`, async ({ request }) => {
        sent.push([request.headers.get('If-Match'), await request.json()]);
        return HttpResponse.json(score);
      }),
    );
    await renderAt(`/leads?id=${lead.id}`);
    const lines = await screen.findByRole('region', { name: 'Pontuação' });
    expect(await within(lines).findByText(/as respostas somam até 130/)).toBeVisible();
    expect(within(lines).getByText('+100')).toBeVisible();
    expect(within(lines).getByText('−23')).toBeVisible();
    expect(within(lines).queryByRole('button', { name: /escala/ })).not.toBeInTheDocument();
    await userEvent.click(within(lines).getByRole('button', { name: 'Decidir: Orçamento' }));
    const points = await screen.findByLabelText(/^Pontos/);
    await userEvent.clear(points);
    await userEvent.type(points, '50');
    await userEvent.type(screen.getByLabelText(/^Motivo/), 'Verba confirmada');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    await waitFor(() => expect(sent).toEqual([['"2"', { points: 50, reason: 'Verba confirmada' }]]));
  });
});
