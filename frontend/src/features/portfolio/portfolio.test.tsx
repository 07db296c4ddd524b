import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { page } from '@/app/testing/records';
import { renderAt } from '@/app/testing/renderAt';
import { asked, contract, everything, readOnly, revenue } from '@/app/testing/revenue';
import type { Contract } from '@/shared/api/gen';
import { answers, at, problem, server, versionOf } from '@/shared/testing/server';

revenue();

describe('the portfolio', () => {
  it('shows the figures of the day, and a figure opens the rows behind it', async () => {
    const { router } = await renderAt('/portfolio', everything);
    const tile = await screen.findByRole('region', { name: 'MRR' });
    await waitFor(() => expect(tile).toHaveTextContent('R$ 550,00'));
    expect(screen.getByRole('region', { name: 'Margem' })).toHaveTextContent('89,1%');
    await userEvent.click(await screen.findByRole('button', { name: /SaaS CFC.*150,00/ }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ service_type: 'saas_cfc' }));
    await waitFor(() => expect(asked.at(-1)?.searchParams.get('service_type')).toBe('saas_cfc'));
    expect(asked.at(-1)?.searchParams.get('counting_on')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(screen.getByText(/Somam o MRR de/)).toBeVisible();
  });

  it.each([
    ['MRR', '-amount_cents'],
    ['ARR', '-amount_cents'],
    ['Custo mensal', '-cost_cents'],
    ['Margem', '-margin_cents'],
    ['Contratos', '-start_on'],
  ])('opens behind %s the contracts that it counts, in the order that explains it', async (figure, order) => {
    await renderAt('/portfolio', everything);
    const tile = await screen.findByRole('region', { name: figure });
    await userEvent.click(await within(tile).findByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.searchParams.get('sort')).toBe(order));
    expect(asked.at(-1)?.searchParams.get('counting_on')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(screen.getByText(/Somam o MRR de/)).toBeVisible();
  });

  it('narrowed to a type keeps what moved the whole, says so, and leaves out the chart of one bar', async () => {
    const month = (name: string, mrr: number) => ({
      month: name,
      to: `${name}-28`,
      mrr_cents: mrr,
      customer_count: 2,
      new_cents: 5_000,
      expansion_cents: 0,
      reactivation_cents: 0,
      contraction_cents: 0,
      churn_cents: 0,
      new_customer_count: 1,
      reactivated_customer_count: 0,
      churned_customer_count: 0,
    });
    server.use(
      answers('/api/dashboard/metrics', { months: [month('2026-10', 50_000), month('2026-11', 55_000)] }),
    );
    await renderAt('/portfolio?service_type=saas_cfc', [...everything, 'reports.dashboard:read']);
    expect(await screen.findByRole('heading', { name: /Movimento do MRR.*carteira inteira/ })).toBeVisible();
    expect(await screen.findByRole('heading', { name: /Receita por ciclo/ })).toBeVisible();
    expect(screen.queryByRole('heading', { name: /Receita por tipo/ })).not.toBeInTheDocument();
  });

  it('says what to do when there is nothing yet, and offers no writing to a reader', async () => {
    server.use(answers('/api/contracts', page()));
    await renderAt('/portfolio', readOnly);
    expect(await screen.findByText('Nenhum contrato ainda')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Novo contrato/ })).not.toBeInTheDocument();
  });
});

describe('a contract', () => {
  it('that somebody else has changed tells what they did, keeps what was typed, and is saved over it', async () => {
    let present = contract;
    const sent: unknown[] = [];
    server.use(
      http.get(at(`/api/contracts/${contract.id}`), () => HttpResponse.json(present)),
      http.patch(at(`/api/contracts/${contract.id}`), async ({ request }) => {
        const body = (await request.json()) as Partial<Contract>;
        sent.push([versionOf(request), body]);
        if (versionOf(request) !== 4) {
          present = { ...contract, cost_cents: 5000, version: 4 };
          return problem(412, 'stale', { current_version: 4 });
        }
        present = { ...present, ...body, version: 5 };
        return HttpResponse.json(present);
      }),
    );
    await renderAt(`/contracts?id=${contract.id}`, everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Editar' }));
    const title = await screen.findByLabelText(/^Título/);
    await userEvent.clear(title);
    await userEvent.type(title, 'Licença CFC Plus');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Alguém alterou este registro enquanto você editava')).toBeVisible();
    expect(screen.getByText(/^Custo:/, { selector: 'li' })).toHaveTextContent('R$ 50,00');
    expect(title).toHaveValue('Licença CFC Plus');
    await userEvent.click(screen.getByRole('button', { name: 'Salvar' }));
    expect(await screen.findByText('Contrato salvo')).toBeVisible();
    // The other's cost is not written over: only what was typed here is sent.
    expect(sent).toEqual([
      [3, { title: 'Licença CFC Plus' }],
      [4, { title: 'Licença CFC Plus' }],
    ]);
  });
});
