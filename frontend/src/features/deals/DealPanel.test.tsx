import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { later, page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { Board, Deal, DealSummary, Pipeline } from '@/shared/api/gen';
import { answers, server } from '@/shared/testing/server';

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
