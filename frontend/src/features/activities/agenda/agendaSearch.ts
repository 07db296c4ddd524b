import type { ListSearch } from '@/shared/lib/useRecordPanel';

export const agendaViews = ['day', 'week', 'month'] as const;
export type AgendaView = (typeof agendaViews)[number];

export interface AgendaSearch extends ListSearch {
  /** A week unless told. */
  view?: 'day' | 'month';
  /** One of the days that are shown; today when it is left out. */
  day?: string;
  /** Without one: of the person who looks. */
  owner_id?: string;
}
