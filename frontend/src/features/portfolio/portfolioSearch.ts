import type { BillingCycle, ContractStatus } from '@/shared/api/gen';
import type { ListSearch, OnSearch } from '@/shared/lib/useRecordPanel';

export const contractSorts = [
  'title',
  '-title',
  'created_at',
  '-created_at',
  'amount_cents',
  '-amount_cents',
  'cost_cents',
  '-cost_cents',
  'margin_cents',
  '-margin_cents',
  'start_on',
  '-start_on',
] as const;
export type ContractSort = (typeof contractSorts)[number];

/** What the address of the contract list says. */
export interface ContractSearch extends ListSearch {
  sort?: ContractSort;
  service_type?: string;
  status?: ContractStatus;
  billing_cycle?: BillingCycle;
  customer_id?: string;
  /** Active and trial ones whose agreed last day lies between these days. */
  end_on_from?: string;
  end_on_to?: string;
  /** Those whose review is due by this day. */
  next_review_on_to?: string;
}

/** The portfolio is about a day, and can narrow its table to the contracts that its figures count. */
export interface PortfolioSearch extends ContractSearch {
  as_of?: string;
  counting?: true;
}

export interface ContractViewProps {
  search: PortfolioSearch;
  onSearch: OnSearch<PortfolioSearch>;
}
