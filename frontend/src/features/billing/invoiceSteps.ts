import type { Invoice } from '@/shared/api/gen';

/**
 * How far an invoice has come. `done`: behind it; `now`: where it stands; `late`: it stands there too long; `next`: still
 * to come; `off`: will not come any more.
 */
export type StepState = 'done' | 'now' | 'late' | 'next' | 'off';

export interface Step {
  key: 'issued' | 'due' | 'paid' | 'cancelled';
  state: StepState;
  /** When it happened or is to happen; none where that is not known. */
  on: string | null;
}

type Facts = Pick<Invoice, 'status' | 'issued_on' | 'due_on' | 'paid_on' | 'paid_cents'>;

/** Issued - due - paid, as the header of an invoice shows it. */
export function statusLine(invoice: Facts): Step[] {
  const issuedOn = invoice.issued_on ?? null;
  const issued: Step = { key: 'issued', state: issuedOn ? 'done' : 'now', on: issuedOn };
  const due: Step = { key: 'due', state: 'next', on: invoice.due_on };
  const paid: Step = {
    key: 'paid',
    state: invoice.paid_cents > 0 ? 'now' : 'next',
    on: invoice.paid_on ?? null,
  };
  switch (invoice.status) {
    case 'draft':
      return [issued, due, { ...paid, state: 'next' }];
    case 'issued':
      return [issued, { ...due, state: 'now' }, paid];
    case 'overdue':
      return [issued, { ...due, state: 'late' }, paid];
    case 'paid':
      return [issued, { ...due, state: 'done' }, { ...paid, state: 'done' }];
    case 'cancelled':
      return [
        { ...issued, state: issuedOn ? 'done' : 'off' },
        { ...due, state: 'off' },
        { key: 'cancelled', state: 'off', on: null },
      ];
  }
}
