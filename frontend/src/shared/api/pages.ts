import type { InfiniteData } from '@tanstack/react-query';

export interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

/** How cursor pages follow each other: spread it beside the generated `...InfiniteOptions`. */
export const cursorPages = {
  // The generated code takes an object as parameters of the request: the first page has no cursor.
  initialPageParam: {},
  getNextPageParam: (last: { next_cursor: string | null }) => last.next_cursor ?? undefined,
};

/**
 * All rows of a list that a field offers as a whole, page after page. A single page would leave out, without a word, what
 * comes after it. For lists that are short by nature (people, contracts of one customer); others are searched.
 */
export async function everyRow<T>(
  read: (query: { limit: number; cursor?: string }) => Promise<{ data: Page<T> }>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await read({ limit: 200, cursor });
    rows.push(...data.data);
    if (!data.next_cursor) return rows;
    cursor = data.next_cursor;
  }
}

/** The rows of all pages loaded so far. */
export function rowsOf<T>(pages: InfiniteData<Page<T>, unknown> | undefined): T[] {
  return pages?.pages.flatMap((page) => page.data) ?? [];
}
