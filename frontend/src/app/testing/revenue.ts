import { HttpResponse, http } from 'msw';
import { beforeEach } from 'vitest';
import type {
  Contract,
  ContractSummary,
  Customer,
  CustomerSummary,
  Invoice,
  InvoiceSummary,
  PortfolioSummary,
} from '@/shared/api/gen';
import { answers, at, server } from '@/shared/testing/server';
import { id, page } from './records';

export const everything = [
  'portfolio.contracts',
  'customers.customers',
  'billing.invoices',
  'billing.payments',
  'people.users',
  'company.settings',
]
  .flatMap((module) => [`${module}:read`, `${module}:write`])
  .concat('jobs.runs:read', 'jobs.runs:run');

export const readOnly = everything.filter((permission) => permission.endsWith(':read'));

export const customerRow: CustomerSummary = {
  id: id('1'),
  name: 'Autoescola Progresso',
  kind: 'company',
  tax_id: '12ABC34501DE35',
  billing_status: 'current',
  version: 0,
};

export const customer: Customer = { ...customerRow, notes: null };

export const contractRow: ContractSummary = {
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

export const contract: Contract = {
  ...contractRow,
  description: 'Combinado por telefone',
  internal_notes: 'Renova em janeiro',
};

export const invoiceRow: InvoiceSummary = {
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

export const invoice: Invoice = {
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

export const summary: PortfolioSummary = {
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

/** The addresses that were asked for, path and query. */
export const asked: URL[] = [];

/** The answers that these pages ask for, anew for each test of a file that says so. */
export const revenue = () =>
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
