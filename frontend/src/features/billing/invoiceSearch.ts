import type { InvoiceStatus } from '@/shared/api/gen';
import { addDays, endOfMonth } from '@/shared/format/date';
import type { ListSearch } from '@/shared/lib/useRecordPanel';

export const invoiceSorts = [
  '-number',
  'number',
  'due_on',
  '-due_on',
  'total_cents',
  '-total_cents',
  'created_at',
  '-created_at',
] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

/** What the address of the invoice list says. */
export interface InvoiceSearch extends ListSearch {
  status?: InvoiceStatus;
  customer_id?: string;
  contract_id?: string;
  due_on_from?: string;
  due_on_to?: string;
  /** With a payment made between these days. */
  payments_paid_on_from?: string;
  payments_paid_on_to?: string;
  sort?: InvoiceSort;
}

/** The periods people ask for, from today in the tenant's zone. */
export function duePeriods(today: string) {
  const firstDay = (isoDate: string) => `${isoDate.slice(0, 8)}01`;
  const lastMonth = endOfMonth(today, -1);
  return {
    overdue: { to: addDays(today, -1) },
    week: { from: today, to: addDays(today, 7) },
    month: { from: firstDay(today), to: endOfMonth(today) },
    lastMonth: { from: firstDay(lastMonth), to: lastMonth },
  };
}
