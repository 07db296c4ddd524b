import { useQuery } from '@tanstack/react-query';
import { listTagsOptions } from '@/shared/api/gen/tags/query';

/** The tags that records have, by name: the first 200. */
export function useTags(): string[] {
  const { data } = useQuery({ ...listTagsOptions({ query: { limit: 200 } }), staleTime: 60_000 });
  return data?.data.map(({ name }) => name) ?? [];
}
