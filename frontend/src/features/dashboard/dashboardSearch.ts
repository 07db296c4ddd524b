import type { MovementKind } from '@/shared/api/gen';
import type { OnSearch } from '@/shared/lib/useRecordPanel';

export const movementKinds = [
  'new',
  'expansion',
  'reactivation',
  'contraction',
  'churn',
] as const satisfies readonly MovementKind[];

/** Rows that no list of its own shows; they open beside the dashboard. */
export const dashboardRows = ['movements', 'not_billed'] as const;

/** What the address of the dashboard says: which rows are open. */
export interface DashboardSearch {
  rows?: (typeof dashboardRows)[number];
  /** Of the movements: first day of their month, and which. */
  month?: string;
  kind?: MovementKind;
}

export interface DashboardViewProps {
  search: DashboardSearch;
  onSearch: OnSearch<DashboardSearch>;
}

export const noRows: DashboardSearch = { rows: undefined, month: undefined, kind: undefined };
