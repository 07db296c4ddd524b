import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterEach, expect, it, vi } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import { answers, at, server } from '@/shared/testing/server';

const contract = (at: number) => ({
  id: `01939f6c-7a3e-7cc1-9c0e-${String(at).padStart(12, '0')}`,
  customer_id: '01939f6c-7a3e-7cc1-9c0e-0000000000aa',
  customer: { id: '01939f6c-7a3e-7cc1-9c0e-0000000000aa', name: 'Autoescola Progresso' },
  service_type: 'saas_cfc',
  title: `Licença ${at}`,
  billing_cycle: 'monthly',
  amount_cents: 10_000 * at,
  cost_cents: 4_000,
  currency: 'BRL',
  status: 'active',
  start_on: '2026-01-15',
  version: 3,
});

function contracts() {
  server.use(
    answers('/api/portfolio/service-types', { data: [], next_cursor: null }),
    answers('/api/customers', { data: [], next_cursor: null }),
    http.get(at('/api/contracts'), ({ request }) =>
      new URL(request.url).searchParams.get('cursor')
        ? HttpResponse.json({ data: [contract(3)], next_cursor: null })
        : HttpResponse.json({ data: [contract(1), contract(2)], next_cursor: 'two' }),
    ),
  );
  return renderAt('/contracts', ['portfolio.contracts:read', 'customers.customers:read']);
}

afterEach(() => vi.restoreAllMocks());

const headers = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

it('columns are left out, moved and widened, and stand so when the list is opened again', async () => {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue('01939f6c-7a3e-7cc1-9c0e-0000000000bb');
  const { unmount } = await contracts();
  await screen.findByText('Licença 1');
  const before = headers();
  expect(before.slice(0, 4)).toEqual(['Título', 'Cliente', 'Tipo de serviço', 'Ciclo']);
  await userEvent.click(screen.getByRole('button', { name: 'Colunas' }));
  const menu = await screen.findByRole('dialog', { name: 'Colunas' });
  await userEvent.click(await within(menu).findByRole('checkbox', { name: 'Cliente' }));
  await userEvent.click(within(menu).getByRole('button', { name: 'Ciclo: mais à esquerda' }));
  await userEvent.click(within(menu).getByRole('button', { name: 'Ciclo: mais à esquerda' }));
  await userEvent.click(within(menu).getByRole('button', { name: 'Ciclo: mais estreita' }));
  expect(within(menu).queryByRole('checkbox', { name: 'Título' })).toBeNull();
  const after = ['Título', 'Ciclo', ...before.slice(2).filter((name) => name !== 'Ciclo')];
  expect(headers()).toEqual(after);
  unmount();

  await contracts();
  await screen.findByText('Licença 1');
  expect(headers()).toEqual(after);
  expect(screen.getByRole('columnheader', { name: 'Ciclo' })).toHaveStyle({ width: '640px' });
  await userEvent.click(screen.getByRole('button', { name: 'Colunas' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Colunas de sempre' }));
  expect(headers()).toEqual(before);
});

it('selected rows are counted, added up and copied; of all that match also those that were not read yet', async () => {
  const user = userEvent.setup();
  await contracts();
  await screen.findByText('Licença 1');
  expect(screen.queryByRole('toolbar')).toBeNull();
  const [all, first, second] = screen.getAllByRole('checkbox');
  await user.click(first as HTMLElement);
  await user.click(second as HTMLElement);
  const bar = await screen.findByRole('toolbar', { name: 'Seleção' });
  expect(bar).toHaveTextContent('2 selecionados');
  expect(bar).toHaveTextContent(/R\$\s300,00/);
  await user.click(within(bar).getByRole('button', { name: 'Copiar' }));
  await screen.findByText('Copiado: cole numa planilha');
  const copied = (await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t'));
  expect(copied.map(([title]) => title)).toEqual(['Título', 'Licença 1', 'Licença 2']);
  // What draws a bar or a badge has words, too: no column of the copy is empty.
  expect(copied[1]).not.toContain('');
  expect(copied[1]).toContain('Ativo');

  await user.click(all as HTMLElement);
  await user.click(within(bar).getByRole('button', { name: 'Copiar' }));
  await waitFor(async () =>
    expect((await navigator.clipboard.readText()).split('\n').map((line) => line.split('\t')[0])).toEqual([
      'Título',
      'Licença 1',
      'Licença 2',
      'Licença 3',
    ]),
  );
  expect(bar).toHaveTextContent('3 selecionados');
  expect(bar).toHaveTextContent(/R\$\s600,00/);
  await user.click(within(bar).getByRole('button', { name: 'Desfazer seleção' }));
  expect(screen.queryByRole('toolbar')).toBeNull();
});
