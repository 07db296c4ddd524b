import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAt } from '@/app/testing/renderAt';
import type { SearchAnswer, SearchHit } from '@/shared/api/gen';
import { at, server } from '@/shared/testing/server';

const id = (last: number) => `01939f6c-7a3e-7cc1-9c0e-${String(last).padStart(12, '0')}`;

const hit = (last: number, rest: Partial<SearchHit>): SearchHit => ({
  id: id(last),
  kind: 'customer',
  title: 'João da Silva',
  detail: null,
  status: null,
  amount_cents: null,
  currency: null,
  parent_id: null,
  matched: [],
  ...rest,
});

const customer = hit(1, {
  detail: 'joao@acme.com',
  matched: [
    { field: 'name', text: 'João da Silva' },
    { field: 'phone', text: '+5511988887777' },
  ],
});
const invoice = hit(2, { kind: 'invoice', title: '42', detail: 'João', amount_cents: 5000, currency: 'BRL' });
const deal = hit(3, { kind: 'deal', title: 'Site', parent_id: id(9) });

let asked: URLSearchParams[] = [];

beforeEach(() => {
  asked = [];
  server.use(
    http.get(at('/api/search'), ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      const groups: SearchAnswer['data'] =
        query.get('q') === 'nada'
          ? []
          : [
              { kind: 'customer', data: [customer], next_cursor: 'more' },
              { kind: 'invoice', data: [invoice], next_cursor: null },
              { kind: 'deal', data: [deal], next_cursor: null },
            ];
      const kind = query.get('kind');
      return HttpResponse.json({ data: groups.filter((group) => !kind || group.kind === kind) });
    }),
  );
});

describe('the page of a search', () => {
  it('shows what was found by kind, and where, and each leads to its record', async () => {
    await renderAt('/search?q=joao', []);
    const customers = await screen.findByRole('list', { name: 'Clientes' });
    const link = within(customers).getByRole('link', { name: /João da Silva/ });
    expect(link).toHaveAttribute('href', `/customers/${customer.id}`);
    expect(within(link).getByText('João', { selector: 'mark' })).toBeInTheDocument();
    expect(link).toHaveTextContent('(11) 98888-7777');
    expect(screen.getByRole('link', { name: /000042/ })).toHaveAttribute('href', `/invoices/${invoice.id}`);
    expect(screen.getByRole('link', { name: /Site/ }).getAttribute('href')).toContain(`deal=${deal.id}`);
    expect(asked).toHaveLength(1);
  });

  it('shows all of one kind, and walks through them by the arrow keys', async () => {
    const user = userEvent.setup();
    await renderAt('/search?q=joao', []);
    await user.click(await screen.findByRole('button', { name: 'Ver todos: Clientes' }));
    expect(screen.getByRole('tab', { name: 'Clientes' })).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => expect(asked.at(-1)?.get('kind')).toBe('customer'));
    const link = await screen.findByRole('link', { name: /João da Silva/ });
    screen.getByRole('searchbox', { name: 'Buscar em tudo' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(link).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('searchbox', { name: 'Buscar em tudo' })).toHaveFocus();
  });

  it('says what can be looked for, and what to do when nothing is found', async () => {
    const user = userEvent.setup();
    await renderAt('/search', []);
    expect(await screen.findByText('O que você procura?')).toBeInTheDocument();
    expect(asked).toHaveLength(0);
    await user.type(screen.getByRole('searchbox', { name: 'Buscar em tudo' }), 'nada');
    expect(await screen.findByText('Nada encontrado para “nada”')).toBeInTheDocument();
  });
});

describe('the palette', () => {
  it('finds records of all kinds by one request, and leads to all of them', async () => {
    const user = userEvent.setup();
    await renderAt('/search', []);
    await screen.findByText('O que você procura?');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Buscar ou comandar' }), 'joao');
    expect(await screen.findByRole('option', { name: /João da Silva/ })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /000042/ })).toBeInTheDocument();
    expect(asked).toHaveLength(1);
    await user.click(screen.getByRole('option', { name: 'Ver tudo sobre “joao”' }));
    expect(await screen.findByRole('list', { name: 'Clientes' })).toBeInTheDocument();
  });
});
