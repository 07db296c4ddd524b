import type { InfiniteData } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Selection } from './selection';
import type { TableLayout } from './tableLayout';

export interface DataColumn<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** The name the server sorts by, with a `-` where the column shows it the other way round; one without cannot be sorted. */
  sort?: string;
  /** What a copy for a spreadsheet says, where the cell draws something that has no words. */
  text?: (row: T) => string;
  align?: 'left' | 'right';
  /** Share of the width, as CSS: `24%`, `7rem`. What is left over is divided among the others. */
  width?: string;
  /** The columns that go first when room is short. */
  hideBelow?: 'lg' | 'xl' | '2xl';
  /** There for who asks for it. */
  optional?: boolean;
}

/** An infinite query over cursor pages, as far as a table needs it. */
export interface Rows<T> {
  data: InfiniteData<{ data: T[]; next_cursor: string | null }, unknown> | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  /** Whatever of it: an answer that comes in the middle of another reading would throw that away. */
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** One whose later pages can be waited for. */
export interface PagedRows<T> extends Rows<T> {
  fetchNextPage: () => Promise<Pick<Rows<T>, 'data' | 'hasNextPage' | 'isFetchNextPageError'>>;
}

export interface DataTableProps<T extends { id: string }> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly DataColumn<T>[];
  query: Rows<T>;
  /** `name` or `-name`, as in the URL and in the API. */
  sort?: string;
  onSort?: (sort: string) => void;
  onOpen?: (row: T) => void;
  /** Where a row is opened, so that it is a link: another tab, the middle button, the address to copy. */
  hrefOf?: (row: T) => string;
  /** How a person has arranged the columns; `onLayout` lets them change a width. */
  layout?: TableLayout;
  onLayout?: (layout: TableLayout) => void;
  /** A box before each row, where there is room for one. */
  selection?: Selection;
  onSelection?: (selection: Selection) => void;
  /** A control before each row that is no part of its link, such as the round box of something to do. */
  lead?: { header: string; cell: (row: T, tabbable: boolean) => ReactNode };
  /** A key on a row that the table has no use for; true when it was meant for the row. */
  onKey?: (event: KeyboardEvent, row: T) => boolean;
  /** What stands below a column, by its id. */
  foot?: (column: string) => ReactNode;
  /** The row whose detail is open. */
  openId?: string;
  /** A row on a phone: two lines say more than a table that scrolls sideways. */
  narrow: (row: T) => ReactNode;
  empty: ReactNode;
}
