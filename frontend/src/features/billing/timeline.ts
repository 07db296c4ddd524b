import type { Invoice, PaymentMethod } from '@/shared/api/gen';
import { dateInZone } from '@/shared/format/date';

/** Something that happened to an invoice. `at` is an instant or, where only the day is known, a date. */
export type TimelineEntry =
  | {
      kind: 'payment';
      id: string;
      at: string;
      amount: number;
      method: PaymentMethod;
      reference: string | null;
      /** The money came on another day than it was recorded. */
      paidOn: string;
      partial: boolean;
    }
  | { kind: 'created' | 'issued' | 'overdue'; id: string; at: string }
  | { kind: 'cancelled'; id: string; at: string; reason: string | null };

/** On one day things happen in this order. */
const order: Record<TimelineEntry['kind'], number> = {
  created: 0,
  issued: 1,
  overdue: 2,
  payment: 3,
  cancelled: 4,
};

const isInstant = (at: string) => at.includes('T');

/** The history of an invoice, newest first, made of what the invoice itself says. */
export function timeline(invoice: Invoice, zone: string): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (invoice.created_at) entries.push({ kind: 'created', id: 'created', at: invoice.created_at });
  if (invoice.issued_on) entries.push({ kind: 'issued', id: 'issued', at: invoice.issued_on });
  if (invoice.status === 'overdue') entries.push({ kind: 'overdue', id: 'overdue', at: invoice.due_on });
  if (invoice.status === 'cancelled') {
    entries.push({
      kind: 'cancelled',
      id: 'cancelled',
      at: invoice.updated_at ?? invoice.due_on,
      reason: invoice.cancel_reason ?? null,
    });
  }
  let received = 0;
  for (const payment of invoice.payments) {
    received += payment.amount_cents;
    entries.push({
      kind: 'payment',
      id: payment.id,
      at: payment.recorded_at ?? payment.paid_on,
      amount: payment.amount_cents,
      method: payment.method,
      reference: payment.reference ?? null,
      paidOn: payment.paid_on,
      partial: received < invoice.total_cents,
    });
  }
  const day = (at: string) => (isInstant(at) ? dateInZone(at, zone) : at);
  // A created-and-issued invoice reads as issued: two lines that say the same are one too many.
  const issuedDay = invoice.issued_on;
  return entries
    .filter((entry) => entry.kind !== 'created' || day(entry.at) !== issuedDay)
    .map((entry, index) => ({ entry, index }))
    .sort(
      (one, other) =>
        day(other.entry.at).localeCompare(day(one.entry.at)) ||
        order[other.entry.kind] - order[one.entry.kind] ||
        other.index - one.index,
    )
    .map(({ entry }) => entry);
}
