import type { ListSearch } from '@/shared/lib/useRecordPanel';
import { plainWords, type QuestionWords } from '@/shared/views/question';

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

const plain = plainWords<ActivitiesSearch>(['q', 'type', 'due']);
const both = 'open,completed';

/** The list says by leaving it out that it is about one's own, and about what is open: the question says it. */
export const activityWords = (me: string): QuestionWords<ActivitiesSearch> => ({
  filters: (search) => {
    const { status = search.status ?? 'open', ...others } = plain.filters(search);
    const owner = search.owner_id ?? me;
    return {
      ...(owner !== everybody && { owner_id: owner }),
      ...(status !== both && { status }),
      ...others,
    };
  },
  search: ({ owner_id = everybody, status = both, ...others }) => {
    const { known, more } = plain.search(others);
    const one = !owner_id.includes(',');
    return {
      known: {
        ...known,
        owner_id: owner_id === me || !one ? undefined : owner_id,
        status: status === 'completed' ? status : undefined,
      },
      more: {
        ...more,
        ...(!one && { owner_id }),
        ...(!['open', 'completed'].includes(status) && { status }),
      },
    };
  },
});
