import type { Invoice } from '@/shared/api/gen';

/** What a customer still owes, and the part of it that is late. Cancelled and draft invoices owe nothing. */
export function owed(invoices: readonly Pick<Invoice, 'status' | 'open_cents'>[]): {
  open: number;
  overdue: number;
} {
  let open = 0;
  let overdue = 0;
  for (const invoice of invoices) {
    if (invoice.status !== 'issued' && invoice.status !== 'overdue') continue;
    open += invoice.open_cents;
    if (invoice.status === 'overdue') overdue += invoice.open_cents;
  }
  return { open, overdue };
}
