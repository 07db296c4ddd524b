import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import { at, problem, server } from '@/shared/testing/server';

const moved = (name: string) => ({
  customer_id: `c-${name}`,
  customer_name: name,
  kind: 'new',
  ...{ before_cents: 0, after_cents: 10_000, change_cents: 10_000 },
});

describe('the rows behind a figure of the dashboard', () => {
  it('say that the next page failed, keep those that are there, and ask for that page again', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(at('/api/dashboard/metrics'), () => problem(503, 'busy')),
      http.get(at('/api/dashboard/movements'), ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        asked.push(cursor);
        if (!cursor) return HttpResponse.json({ data: [moved('Padaria Silva')], next_cursor: 'two' });
        return asked.length === 2
          ? problem(500, 'internal')
          : HttpResponse.json({ data: [moved('Loja Virtual')], next_cursor: null });
      }),
    );
    await renderAt('/dashboard?rows=movements&month=2026-11-01', ['reports.dashboard:read']);
    expect(await screen.findByText('Padaria Silva')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Mostrar mais' }));
    const panel = screen.getByRole('dialog', { name: 'Movimento do MRR' });
    await waitFor(() => expect(panel).toHaveTextContent('O servidor falhou'));
    expect(panel).toHaveTextContent('Padaria Silva');
    // One way to go on, not two.
    expect(screen.queryByRole('button', { name: 'Mostrar mais' })).toBeNull();
    const again = screen
      .getAllByRole('button', { name: 'Tentar de novo' })
      .filter((one) => panel.contains(one));
    await userEvent.click(again[0] as HTMLElement);
    expect(await screen.findByText('Loja Virtual')).toBeVisible();
    expect(asked).toEqual([null, 'two', 'two']);
    expect(panel).not.toHaveTextContent('O servidor falhou');
  });
});
