import type { BillingStatus, CustomerKind } from '@/shared/api/gen';
import type { ListSearch } from '@/shared/lib/useRecordPanel';

export const customerSorts = ['name', '-name', 'created_at', '-created_at'] as const;
export type CustomerSort = (typeof customerSorts)[number];

/** What the address of the customer list says. */
export interface CustomerSearch extends Omit<ListSearch, 'id'> {
  sort?: CustomerSort;
  kind?: CustomerKind;
  billing_status?: BillingStatus;
}
