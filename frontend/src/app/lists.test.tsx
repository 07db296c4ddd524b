import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  Board,
  Contract,
  ContractSummary,
  Deal,
  DealSummary,
  Lead,
  LeadSummary,
  Pipeline,
} from '@/shared/api/gen';
import { answers, at, server, versionOf } from '@/shared/testing/server';
import { renderAt } from './testing/renderAt';

// Lists leave long texts out: whoever edits from one waits for the record, and writes over no text it has not seen.

const id = (last: string) => `01939f6c-7a3e-7cc1-9c0e-${last.padStart(12, '0')}`;
const page = <T,>(...data: T[]) => ({ data, next_cursor: null });

/** An answer that is given when the test says so. */
function later<T extends object>(path: string, record: T) {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  server.use(
    http.get(at(path), async () => {
      await given;
      return HttpResponse.json(record);
    }),
  );
  return () => give();
}

/** What is sent to change the record, which then has it. */
function patches<T extends { version: number }>(path: string, record: T): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http.patch(at(path), async ({ request }) => {
      const body = (await request.json()) as Partial<T>;
      sent.push([versionOf(request), body]);
      return HttpResponse.json({ ...record, ...body, version: record.version + 1 });
    }),
  );
  return sent;
}

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

describe('a contract opened from the list', () => {
  const row: ContractSummary = {
    id: id('2'),
    customer_id: id('3'),
    customer: { id: id('3'), name: 'Autoescola Progresso' },
    service_type: 'saas_cfc',
    title: 'Licença CFC',
    billing_cycle: 'monthly',
    amount_cents: 15_000,
    cost_cents: 4000,
    currency: 'BRL',
    status: 'active',
    start_on: '2026-01-15',
    version: 3,
  };
  const contract: Contract = {
    ...row,
    description: 'Combinado por telefone',
    internal_notes: 'Renova em janeiro',
  };

  it('is edited only once it is read whole, and sends only what was changed', async () => {
    server.use(
      answers('/api/contracts', page(row)),
      answers('/api/portfolio/service-types', page({ code: 'saas_cfc', name: 'SaaS CFC', built_in: true })),
      answers('/api/customers', page()),
    );
    const arrive = later(`/api/contracts/${contract.id}`, contract);
    const sent = patches(`/api/contracts/${contract.id}`, contract);
    await renderAt('/contracts', [
      'portfolio.contracts:read',
      'portfolio.contracts:write',
      'customers.customers:read',
    ]);
    await userEvent.click(await screen.findByRole('row', { name: /Licença CFC/ }));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('button', { name: 'Editar' })).not.toBeInTheDocument();

    arrive();
    await userEvent.click(await screen.findByRole('button', { name: 'Editar' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Mais campos' }));
    expect(screen.getByLabelText('Notas internas')).toHaveValue('Renova em janeiro');
    const title = screen.getByLabelText(/^Título/);
    await userEvent.clear(title);
    await userEvent.type(title, 'Licença CFC Plus');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Contrato salvo')).toBeVisible();
    expect(sent).toEqual([[3, { title: 'Licença CFC Plus' }]]);
  });
});

describe('a lost deal opened from its card', () => {
  const stage = { id: 's4', name: 'Perdido', type: 'lost', probability: 0 } as const;
  const pipeline: Pipeline = { id: 'p1', name: 'Vendas', is_default: true, stages: [stage], version: 0 };
  const card: DealSummary = {
    id: 'd1',
    title: 'Site novo',
    amount_cents: 240_000,
    currency: 'BRL',
    pipeline_id: 'p1',
    stage_id: 's4',
    status: 'lost',
    closed_on: '2026-11-10',
    version: 2,
  };
  const deal: Deal = { ...card, lost_reason: 'Ficou com o fornecedor antigo' };
  const board: Board = {
    pipeline,
    currency: 'BRL',
    stages: [
      {
        ...stage,
        count: 1,
        amount_cents: 240_000,
        weighted_cents: 0,
        other_currency_count: 0,
        deals: [card],
        next_cursor: null,
      },
    ],
  };

  it('shows what the card says at once, and the reason when it is read', async () => {
    server.use(
      answers('/api/crm/pipelines', page(pipeline)),
      answers('/api/crm/pipelines/p1/board', board),
      answers('/api/tenant/users', page()),
    );
    const arrive = later('/api/crm/deals/d1', deal);
    await renderAt('/pipeline?deal=d1');
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByText('10/11/2026')).toBeVisible();
    expect(within(panel).queryByText(/fornecedor antigo/)).not.toBeInTheDocument();
    arrive();
    expect(await within(panel).findByText(/Ficou com o fornecedor antigo/)).toBeVisible();
  });
});
