import type { InfiniteData } from '@tanstack/react-query';

interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

/** How cursor pages follow each other: spread it beside the generated `...InfiniteOptions`. */
export const cursorPages = {
  // The generated code takes an object as parameters of the request: the first page has no cursor.
  initialPageParam: {},
  getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor ?? undefined,
};

/** The rows of all pages loaded so far. */
export function rowsOf<T>(pages: InfiniteData<Page<T>, unknown> | undefined): T[] {
  return pages?.pages.flatMap((page) => page.data) ?? [];
}
