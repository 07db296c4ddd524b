import type { ListSearch } from '@/shared/lib/useRecordPanel';

export const activitySorts = ['due_on', '-due_on', 'completed_at', '-completed_at'] as const;
export const dueTimes = ['overdue', 'today', 'planned', 'unscheduled'] as const;
/** In the place of a person: of everybody. */
export const everybody = 'all';

export interface ActivitiesSearch extends ListSearch {
  sort?: (typeof activitySorts)[number];
  /** Without one: of the person who looks. */
  owner_id?: string;
  type?: 'call' | 'email' | 'meeting' | 'task' | 'note';
  due?: (typeof dueTimes)[number];
  /** Without it: what is to be done. */
  status?: 'completed';
}
