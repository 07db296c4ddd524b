import { useQuery } from '@tanstack/react-query';
import type { OwnKey } from '@/shared/api/changes';
import type { ListQuestion } from '@/shared/api/gen';
import { summarizeList } from '@/shared/api/gen/lists';

const key: OwnKey = 'figures';

/** How many rows a list is about and what they are worth: all of them, not those alone that have been read. */
export const useFigures = ({ kind, filters }: Pick<ListQuestion, 'kind' | 'filters'>, enabled = true) =>
  useQuery({
    queryKey: [key, kind, filters],
    queryFn: async ({ signal }) =>
      (await summarizeList({ body: { kind, filters }, signal, throwOnError: true })).data,
    enabled,
  });
