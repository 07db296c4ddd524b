import { describe, expect, it } from 'vitest';
import { statusLine } from './invoiceSteps';

const invoice = {
  status: 'issued' as const,
  issued_on: '2026-11-05',
  due_on: '2026-11-20',
  paid_on: null,
  paid_cents: 0,
};
const states = (facts: Parameters<typeof statusLine>[0]) =>
  statusLine(facts).map((step) => `${step.key} ${step.state}`);

describe('the status line of an invoice', () => {
  it('a draft waits to be issued', () => {
    expect(states({ ...invoice, status: 'draft', issued_on: null })).toEqual([
      'issued now',
      'due next',
      'paid next',
    ]);
  });

  it('an issued one waits for its due date, and shows a payment in part', () => {
    expect(states(invoice)).toEqual(['issued done', 'due now', 'paid next']);
    expect(states({ ...invoice, paid_cents: 20_000 })).toEqual(['issued done', 'due now', 'paid now']);
  });

  it('an overdue one says that it is late', () => {
    expect(states({ ...invoice, status: 'overdue' })).toEqual(['issued done', 'due late', 'paid next']);
  });

  it('a paid one is behind us', () => {
    const line = statusLine({ ...invoice, status: 'paid', paid_cents: 55_000, paid_on: '2026-11-18' });
    expect(line.map((step) => step.state)).toEqual(['done', 'done', 'done']);
    expect(line[2]?.on).toBe('2026-11-18');
  });

  it('a cancelled one goes no further', () => {
    expect(states({ ...invoice, status: 'cancelled' })).toEqual(['issued done', 'due off', 'cancelled off']);
    expect(states({ ...invoice, status: 'cancelled', issued_on: null })[0]).toBe('issued off');
  });
});
