import { expect, it } from 'vitest';
import type { Invoice } from '@/shared/api/gen';
import { timeline } from './timeline';

const zone = 'America/Sao_Paulo';
const invoice: Invoice = {
  id: 'i1',
  number: 418,
  customer_id: 'u1',
  items: [],
  cancel_reason: null,
  notes: null,
  currency: 'BRL',
  total_cents: 55_000,
  paid_cents: 20_000,
  open_cents: 35_000,
  status: 'overdue',
  issued_on: '2026-11-05',
  due_on: '2026-11-20',
  created_at: '2026-11-05T03:00:04Z',
  version: 1,
  payments: [
    {
      id: 'p1',
      invoice_id: 'i1',
      amount_cents: 15_000,
      method: 'pix',
      paid_on: '2026-11-10',
      customer_id: 'c1',
      currency: 'BRL',
      recorded_at: '2026-11-10T12:14:00Z',
      created_at: '2026-11-10T12:14:00Z',
      updated_at: '2026-11-10T12:14:00Z',
    },
    {
      id: 'p2',
      invoice_id: 'i1',
      amount_cents: 5000,
      method: 'boleto',
      paid_on: '2026-11-21',
      customer_id: 'c1',
      currency: 'BRL',
      recorded_at: '2026-11-21T01:30:00Z',
      created_at: '2026-11-21T01:30:00Z',
      updated_at: '2026-11-21T01:30:00Z',
    },
  ],
};

it('tells what happened, newest first, on the days of the tenant', () => {
  // 01:30 UTC on the 21st is the evening of the 20th in São Paulo: after the due date of that same day.
  expect(timeline(invoice, zone).map((entry) => entry.id)).toEqual(['p2', 'overdue', 'p1', 'issued']);
});

it('a draft of another day has its own line, and the last payment is not partial', () => {
  const paid = timeline(
    {
      ...invoice,
      status: 'paid',
      created_at: '2026-11-03T12:00:00Z',
      total_cents: 20_000,
      payments: invoice.payments,
    },
    zone,
  );
  expect(paid.map((entry) => entry.id)).toEqual(['p2', 'p1', 'issued', 'created']);
  expect(paid.map((entry) => entry.kind === 'payment' && entry.partial)).toEqual([false, true, false, false]);
});

it('a cancelled invoice ends with its reason', () => {
  const [last] = timeline(
    {
      ...invoice,
      status: 'cancelled',
      payments: [],
      cancel_reason: 'Engano',
      updated_at: '2026-11-06T12:00:00Z',
    },
    zone,
  );
  expect(last).toMatchObject({ kind: 'cancelled', reason: 'Engano' });
});
