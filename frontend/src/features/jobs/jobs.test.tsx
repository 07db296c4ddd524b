import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { id, page, readsAndWrites } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import type { JobRun } from '@/shared/api/gen';
import { answers, at, server } from '@/shared/testing/server';

const permissions = [
  ...readsAndWrites(
    'imports.imports',
    'jobs.runs',
    'audit.entries',
    'company.settings',
    'people.users',
    'crm.pipelines',
    'crm.deals',
    'portfolio.contracts',
  ),
  'jobs.runs:run',
];

describe('jobs', () => {
  it('are run by hand for a day, and tell what they did', async () => {
    const run: JobRun = {
      id: id('2'),
      job: 'invoice-run',
      on: '2026-11-30',
      trigger: 'manual',
      status: 'running',
      attempt: 1,
      next_attempt_at: null,
      started_at: '2026-11-20T10:00:00Z',
      finished_at: null,
      created_at: '2026-11-20T10:00:00Z',
      updated_at: '2026-11-20T10:00:00Z',
      counts: {},
    };
    const bodies: unknown[] = [];
    server.use(
      answers(
        '/api/jobs',
        page({
          name: 'invoice-run',
          description: 'Bills.',
          runs_at: '00:00',
          by_hand_from: null,
          by_hand_to: '2026-11-30',
          last_run: null,
        }),
      ),
      answers('/api/jobs/invoice-run/preview', {
        on: '2026-11-30',
        counts: { invoices_created: 1, skipped: 0 },
      }),
      answers('/api/jobs/runs', page()),
      http.post(at('/api/jobs/invoice-run/runs'), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(run, { status: 202 });
      }),
      answers(`/api/jobs/runs/${run.id}`, {
        ...run,
        status: 'succeeded',
        finished_at: '2026-11-20T10:00:02Z',
        counts: { invoices_created: 1, skipped: 0 },
      }),
    );
    await renderAt('/jobs', permissions);
    await userEvent.click(await screen.findByRole('button', { name: 'Executar agora: Faturamento diário' }));
    const day = await screen.findByLabelText(/^Para o dia/);
    await userEvent.clear(day);
    await userEvent.type(day, '01122026');
    await userEvent.click(screen.getByRole('button', { name: 'Executar' }));
    expect(await screen.findByText('A data não pode estar no futuro.')).toBeVisible();
    expect(bodies).toEqual([]);
    await userEvent.clear(day);
    await userEvent.type(day, '30112026');
    expect(await screen.findByText('Faria agora: 1 fatura criada')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Executar' }));
    expect(await screen.findByText('“Faturamento diário” concluída')).toBeVisible();
    expect(screen.getByText('1 fatura criada')).toBeVisible();
    expect(bodies).toEqual([{ on: '2026-11-30' }]);
  });

  it('tell at which attempt a run is and when it is tried again', async () => {
    const run: JobRun = {
      id: id('2'),
      job: 'invoice-run',
      on: '2026-11-20',
      trigger: 'schedule',
      status: 'failed',
      attempt: 2,
      next_attempt_at: '2026-11-20T03:06:00Z',
      started_at: '2026-11-20T03:00:00Z',
      finished_at: '2026-11-20T03:00:01Z',
      created_at: '2026-11-20T10:00:00Z',
      updated_at: '2026-11-20T10:00:00Z',
      counts: {},
      error: 'The run failed.',
    };
    server.use(
      answers(
        '/api/jobs',
        page({
          name: 'invoice-run',
          description: 'Bills.',
          runs_at: '00:00',
          by_hand_from: null,
          by_hand_to: '2026-11-20',
          last_run: run,
        }),
      ),
      answers('/api/jobs/runs', page(run)),
    );
    await renderAt('/jobs', permissions);
    // On its card and in the list of runs, which come one after the other.
    await waitFor(() =>
      expect(screen.getAllByText('2ª tentativa · nova tentativa em 20/11/2026 00:06')).toHaveLength(2),
    );
  });
});
