import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
