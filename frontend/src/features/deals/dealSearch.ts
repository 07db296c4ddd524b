import type { DealMark, DealStatus } from '@/shared/api/gen';
import type { ListSearch } from '@/shared/lib/useRecordPanel';

export const dealStatuses = ['open', 'won', 'lost'] as const satisfies readonly DealStatus[];
/** What lies too long, and what nobody goes on with. */
export const dealMarks = ['rotting', 'rotten', 'no_next_step'] as const satisfies readonly DealMark[];
export const dealSorts = [
  ...(['title', '-title', 'amount_cents', '-amount_cents'] as const),
  ...(['expected_close_on', '-expected_close_on', 'created_at', '-created_at'] as const),
];

export interface DealsSearch extends ListSearch {
  sort?: (typeof dealSorts)[number];
  status?: DealStatus;
  pipeline_id?: string;
  stage_id?: string;
  owner_id?: string;
  company_id?: string;
  lost_reason_id?: string;
  mark?: DealMark;
  expected_close_on_from?: string;
  expected_close_on_to?: string;
}
