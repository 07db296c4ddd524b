import type { Invoice } from '@/shared/api/gen';

/** Money may be recorded for it and its Pix code exists: issued or overdue, and not settled. */
export function isPayable(invoice: Pick<Invoice, 'status' | 'open_cents'>): boolean {
  return (invoice.status === 'issued' || invoice.status === 'overdue') && invoice.open_cents > 0;
}

/** A draft, or an issued invoice that nobody has paid anything for. */
export function isCancellable(invoice: Pick<Invoice, 'status' | 'paid_cents'>): boolean {
  return ['draft', 'issued', 'overdue'].includes(invoice.status) && invoice.paid_cents === 0;
}
