import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type {
  Contract,
  ContractSummary,
  Customer,
  CustomerSummary,
  Invoice,
  InvoiceSummary,
  PortfolioSummary,
} from '@/shared/api/gen';
import { answers, at, problem, server, versionOf } from '@/shared/testing/server';
import { renderAt } from './testing/renderAt';

const everything = [
  'portfolio.contracts',
  'customers.customers',
  'billing.invoices',
  'billing.payments',
  'people.users',
  'company.settings',
]
  .flatMap((module) => [`${module}:read`, `${module}:write`])
  .concat('jobs.runs:read', 'jobs.runs:run');
const readOnly = everything.filter((permission) => permission.endsWith(':read'));
const id = (last: string) => `01939f6c-7a3e-7cc1-9c0e-${last.padStart(12, '0')}`;

const customerRow: CustomerSummary = {
  id: id('1'),
  name: 'Autoescola Progresso',
  kind: 'company',
  tax_id: '12ABC34501DE35',
  billing_status: 'current',
  version: 0,
};
const customer: Customer = { ...customerRow, notes: null };
const contractRow: ContractSummary = {
  id: id('2'),
  customer_id: customer.id,
  customer: { id: customer.id, name: customer.name },
  service_type: 'saas_cfc',
  title: 'Licença CFC',
  billing_cycle: 'monthly',
  amount_cents: 15_000,
  cost_cents: 4000,
  currency: 'BRL',
  status: 'active',
  start_on: '2026-01-15',
  mrr_cents: 15_000,
  version: 3,
};
const contract: Contract = {
  ...contractRow,
  description: 'Combinado por telefone',
  internal_notes: 'Renova em janeiro',
};
const invoiceRow: InvoiceSummary = {
  id: id('3'),
  number: 418,
  customer_id: customer.id,
  customer_name: customer.name,
  currency: 'BRL',
  total_cents: 55_000,
  paid_cents: 20_000,
  open_cents: 35_000,
  status: 'issued',
  issued_on: '2026-11-05',
  due_on: '2026-11-20',
  version: 2,
};
const invoice: Invoice = {
  ...invoiceRow,
  items: [
    { description: 'Licença CFC', kind: 'plan', quantity: '1', unit_price: '550.00', total_cents: 55_000 },
  ],
  payments: [
    {
      id: id('4'),
      invoice_id: id('3'),
      amount_cents: 20_000,
      method: 'pix',
      paid_on: '2026-11-10',
      customer_id: 'c1',
      currency: 'BRL',
      recorded_at: '2026-11-10T12:14:00Z',
      created_at: '2026-11-10T12:14:00Z',
      updated_at: '2026-11-10T12:14:00Z',
    },
  ],
  notes: null,
  cancel_reason: null,
};
const summary: PortfolioSummary = {
  as_of: '2026-11-20',
  currency: 'BRL',
  mrr_cents: 55_000,
  arr_cents: 660_000,
  cost_cents: 6000,
  margin_cents: 49_000,
  contract_count: 3,
  customer_count: 1,
  by_service_type: [
    {
      service_type: 'gestao_trafego',
      contract_count: 1,
      mrr_cents: 30_000,
      cost_cents: 0,
      margin_cents: 30_000,
    },
    {
      service_type: 'saas_cfc',
      contract_count: 1,
      mrr_cents: 15_000,
      cost_cents: 4000,
      margin_cents: 11_000,
    },
  ],
  by_cycle: [
    {
      billing_cycle: 'monthly',
      contract_count: 3,
      amount_cents: 55_000,
      mrr_cents: 55_000,
      cost_cents: 6000,
      margin_cents: 49_000,
    },
  ],
};
const page = <T,>(...data: T[]) => ({ data, next_cursor: null });

/** The addresses that were asked for, path and query. */
const asked: URL[] = [];
beforeEach(() => {
  asked.length = 0;
  server.use(
    http.get(at('/api/contracts'), ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json(page(contractRow));
    }),
    answers(`/api/contracts/${contract.id}`, contract),
    answers('/api/portfolio/summary', summary),
    answers('/api/portfolio/service-types', {
      data: [
        { code: 'saas_cfc', name: 'SaaS CFC', built_in: true },
        { code: 'gestao_trafego', name: 'Gestão de tráfego', built_in: true },
      ],
      next_cursor: null,
    }),
    answers('/api/invoices', page(invoiceRow)),
    answers(`/api/invoices/${invoice.id}`, invoice),
    answers(`/api/invoices/${invoice.id}/pix`, {
      payload: '00020126',
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      amount_cents: 35_000,
      txid: 'F418',
    }),
    answers(`/api/customers/${customer.id}`, customer),
    answers('/api/customers', page(customerRow)),
    answers('/api/tenant/users', page()),
  );
});

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

describe('an invoice', () => {
  it('shows where it stands, what was paid, and how to pay the rest', async () => {
    await renderAt(`/invoices/${invoice.id}`, everything);
    expect(await screen.findByRole('heading', { name: 'Fatura 000418' })).toBeVisible();
    expect(screen.getByText('Parcialmente paga')).toBeVisible();
    expect(screen.getByText(/Pagamento parcial de R\$\s200,00 por Pix confirmado/)).toBeVisible();
    expect(await screen.findByRole('img', { name: /QR code do Pix de R\$\s350,00/ })).toBeVisible();
    expect(screen.getByLabelText('Código Pix copia e cola')).toHaveValue('00020126');
  });

  it('asks for the Pix key where there is none', async () => {
    server.use(
      http.get(at(`/api/invoices/${invoice.id}/pix`), () =>
        problem(409, 'pix_key_missing', { detail: 'no key' }),
      ),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    expect(await screen.findByRole('link', { name: 'Informar chave Pix' })).toHaveAttribute(
      'href',
      '/settings/company',
    );
  });

  it('a payment that got no answer is sent again with the same key, another amount with another', async () => {
    const keys: (string | null)[] = [];
    let broken = true;
    server.use(
      http.post(at(`/api/invoices/${invoice.id}/payments`), async ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        const { amount_cents } = (await request.json()) as { amount_cents: number };
        if (broken) return HttpResponse.error();
        if (amount_cents > 10_000) {
          return problem(409, 'over_payment', {
            violations: [{ field: 'amount_cents', message: 'more than open', code: 'over_payment' }],
          });
        }
        return HttpResponse.json({ ...invoice.payments?.[0], amount_cents }, { status: 201 });
      }),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Registrar pagamento' }));
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Registrar' });
    const amount = within(dialog).getByLabelText(/Valor recebido/);

    await userEvent.clear(amount);
    await userEvent.type(amount, '350,01');
    await userEvent.click(submit);
    expect(await within(dialog).findByText(/Mais que o valor em aberto/)).toBeVisible();
    expect(keys).toEqual([]);

    await userEvent.clear(amount);
    await userEvent.type(amount, '150');
    await userEvent.click(submit);
    expect(await within(dialog).findByText('Sem conexão com o servidor')).toBeVisible();
    broken = false;
    await userEvent.click(submit);
    expect(await within(dialog).findByText('O pagamento é maior que o valor em aberto.')).toBeVisible();
    await userEvent.clear(amount);
    await userEvent.type(amount, '100');
    await userEvent.click(submit);
    expect(await screen.findByText('Pagamento registrado')).toBeVisible();
    expect(keys).toHaveLength(3);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('offers a reader nothing but to read', async () => {
    await renderAt(`/invoices/${invoice.id}`, readOnly);
    expect(await screen.findByRole('button', { name: 'PDF' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Registrar pagamento' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Cancelar fatura' })).not.toBeInTheDocument();
  });

  it('is issued as it was looked at: a draft that another has changed is read again first', async () => {
    let present: Invoice = { ...invoice, status: 'draft', number: null, issued_on: null, paid_cents: 0 };
    const sent: unknown[] = [];
    server.use(
      http.get(at('/api/invoices/:id'), () => HttpResponse.json(present)),
      http.post(at('/api/invoices/:id/issue'), ({ request }) => {
        sent.push(versionOf(request));
        if (sent.length === 1) {
          present = { ...present, version: present.version + 1 };
          return problem(412, 'stale', { current_version: present.version });
        }
        return HttpResponse.json({ ...present, status: 'issued', number: 419, version: present.version + 1 });
      }),
    );
    await renderAt(`/invoices/${invoice.id}`, everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Emitir' }));
    const dialog = await screen.findByRole('dialog', { name: 'Emitir esta fatura?' });
    const confirm = within(dialog).getByRole('button', { name: 'Emitir' });
    await userEvent.click(confirm);
    expect(await within(dialog).findByRole('alert')).toBeVisible();
    await userEvent.click(confirm);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sent).toEqual([invoice.version, invoice.version + 1]);
  });

  it('by hand: adds up its lines and is created once, however often one clicks', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post(at('/api/invoices'), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ ...invoice, status: 'draft', number: null }, { status: 201 });
      }),
    );
    const { router } = await renderAt(`/invoices/new?customer_id=${customer.id}`, everything);
    await waitFor(() => expect(screen.getByLabelText(/^Cliente/)).toHaveValue(customer.name));
    await userEvent.type(screen.getByLabelText('Descrição'), 'Logotipo');
    await userEvent.clear(screen.getByLabelText('Qtd.'));
    await userEvent.type(screen.getByLabelText('Qtd.'), '1,5');
    await userEvent.type(screen.getByLabelText('Unitário'), '800');
    expect(screen.getAllByText('R$ 1.200,00')).toHaveLength(2);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Criar rascunho' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/invoices/${invoice.id}`));
    expect(bodies).toEqual([
      {
        customer_id: customer.id,
        contract_id: null,
        due_on: null,
        notes: null,
        items: [{ description: 'Logotipo', kind: 'service', quantity: '1.5', unit_price: '800' }],
      },
    ]);
  });
});

describe('customers', () => {
  it('a tax id that is taken is told beside its field', async () => {
    server.use(
      http.post(at('/api/customers'), () =>
        problem(409, 'duplicate', {
          violations: [{ field: 'tax_id', message: 'tax_id is already taken', code: 'duplicate' }],
        }),
      ),
    );
    await renderAt('/customers?new=true', everything);
    await userEvent.type(await screen.findByLabelText(/^Nome \*/), 'João Silva');
    await userEvent.type(screen.getByLabelText('CPF ou CNPJ'), '52998224725');
    expect(screen.getByLabelText('CPF ou CNPJ')).toHaveValue('529.982.247-25');
    // A CPF makes it a person.
    expect(screen.getByRole('combobox', { name: /^Tipo/ })).toHaveTextContent('Pessoa');
    await userEvent.click(screen.getByRole('button', { name: 'Criar cliente' }));
    expect(await screen.findByText('Já está em uso.')).toBeVisible();
    expect(screen.getByLabelText('CPF ou CNPJ')).toHaveAccessibleDescription('Já está em uso.');
  });

  it('are put in the order of their age by its header', async () => {
    const sorts: (string | null)[] = [];
    server.use(
      http.get(at('/api/invoices'), ({ request }) => {
        sorts.push(new URL(request.url).searchParams.get('sort'));
        return HttpResponse.json(page(invoiceRow));
      }),
    );
    await renderAt('/invoices', everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Atraso' }));
    await waitFor(() => expect(sorts.at(-1)).toBe('due_on'));
    expect(screen.getByRole('columnheader', { name: 'Atraso' })).toHaveAttribute('aria-sort', 'descending');
  });

  it('a list that could not be read says so and can be asked again', async () => {
    server.use(http.get(at('/api/customers'), () => problem(500, 'unexpected'), { once: true }));
    await renderAt('/customers', everything);
    await userEvent.click(await screen.findByRole('button', { name: 'Tentar de novo' }));
    expect(await screen.findByText(customer.name)).toBeVisible();
  });
});
