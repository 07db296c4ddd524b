import { type InfiniteData, keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { cursorPages, type Page } from '@/shared/api/pages';

/** What the generated `list...InfiniteOptions` give. */
interface ListOptions {
  queryKey: QueryKey;
  // biome-ignore lint/suspicious/noExplicitAny: the generated function is called by the query, with the context of its own key
  queryFn?: any;
}

/**
 * The rows of a list, page by page, for a `DataTable`, which alone asks for the next page. What was shown stays until the
 * answer to another filter or order is there.
 */
export function useRows<T>(
  options: ListOptions,
  more: { enabled?: boolean; refetchInterval?: (rows: T[]) => number | false } = {},
) {
  const { refetchInterval } = more;
  return useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>, unknown>, QueryKey, unknown>({
    queryKey: options.queryKey,
    queryFn: options.queryFn,
    ...cursorPages,
    placeholderData: keepPreviousData,
    enabled: more.enabled,
    refetchInterval: refetchInterval
      ? ({ state }) => refetchInterval(state.data?.pages.flatMap((page) => page.data) ?? [])
      : undefined,
  });
}
