import type { InfiniteData } from '@tanstack/react-query';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, LoaderCircle } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/shared/api/pages';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { placeholders } from '@/shared/lib/placeholders';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import { ErrorState } from './ErrorState';
import { Skeleton } from './Skeleton';
import { useScrollRegion } from './useScrollRegion';

export interface DataColumn<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** The name the server sorts by; a column without one cannot be sorted. */
  sort?: string;
  align?: 'left' | 'right';
  /** Share of the width, as CSS: `24%`, `7rem`. What is left over is divided among the others. */
  width?: string;
  /** The columns that go first when room is short. */
  hideBelow?: 'lg' | 'xl' | '2xl';
}

interface Rows<T> {
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

export interface DataTableProps<T extends { id: string }> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly DataColumn<T>[];
  /** An infinite query over cursor pages. */
  query: Rows<T>;
  /** `name` or `-name`, as in the URL and in the API. */
  sort?: string;
  onSort?: (sort: string) => void;
  onOpen?: (row: T) => void;
  /** Where a row is opened, so that it is a link: another tab, the middle button, the address to copy. */
  hrefOf?: (row: T) => string;
  /** The row whose detail is open. */
  openId?: string;
  /** A row on a phone: two lines say more than a table that scrolls sideways. */
  narrow: (row: T) => ReactNode;
  empty: ReactNode;
}

const rowHeight = 37;
const features = tableFeatures({});
const hidden = { lg: 'max-lg:hidden', xl: 'max-xl:hidden', '2xl': 'max-2xl:hidden' };

/**
 * The list of the product: virtual rows, sticky header, pages that load as one scrolls, sort by header, arrow keys
 * through the rows and Enter to open one.
 */
export function DataTable<T extends { id: string }>(props: DataTableProps<T>) {
  const { query, label, empty } = props;
  const narrow = useIsNarrow();
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  if (query.error && rows.length === 0)
    return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.isPending && rows.length === 0) return <>{empty}</>;
  return narrow ? <NarrowRows {...props} rows={rows} /> : <WideRows {...props} rows={rows} key={label} />;
}

function rowAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + 15;
    case 'PageUp':
      return index - 15;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

const rowLink = 'data-row-link';
const isRowLink = (target: EventTarget) => target instanceof HTMLElement && target.hasAttribute(rowLink);
const focusable = (row: HTMLElement | null | undefined) =>
  row?.querySelector<HTMLElement>(`[${rowLink}]`) ?? row;
/** The browser's own business: another tab, another window, a download. */
const isForBrowser = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** Which rows exist, the next page when the last of them comes near, and keys that move through them. */
function useRows<T extends { id: string }>(
  { query, rows, onOpen, label }: DataTableProps<T> & { rows: T[] },
  height: number,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    // One that failed is asked for again by hand; a list that is being read again is let finish.
    if (hasNextPage && !isFetching && !isFetchNextPageError && last >= rows.length - 20) fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, last, rows.length]);

  const focusRow = (index: number) => {
    const target = Math.min(Math.max(index, 0), rows.length - 1);
    setActive(target);
    virtual.scrollToIndex(target);
    // The row may only exist after the scroll has been drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        focusable(scroller.current?.querySelector<HTMLElement>(`[data-index="${target}"]`))?.focus(),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number, row: T) => {
    // From the row or its link, not from a button in one of its cells.
    const own = event.target === event.currentTarget || isRowLink(event.target);
    if (!own) return;
    const target = rowAfter(event.key, index, rows.length);
    if (target !== null) focusRow(target);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onOpen?.(row);
    else return;
    event.preventDefault();
  };
  return {
    region: useScrollRegion(label, scroller),
    virtual,
    items,
    active: Math.min(active, Math.max(rows.length - 1, 0)),
    setActive,
    onKeyDown,
  };
}

function WideRows<T extends { id: string }>(props: DataTableProps<T> & { rows: T[] }) {
  const { label, columns, query, rows, sort, onSort, onOpen, hrefOf, openId } = props;
  const { region, virtual, items, active, setActive, onKeyDown } = useRows(props, rowHeight);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        cell: (context) => column.cell(context.row.original),
      }),
    );
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: (row: T) => row.id });
  const model = table.getRowModel().rows;
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div
      ref={region}
      className="thin-scroll -mb-px min-h-0 flex-initial overflow-auto rounded-lg border border-line bg-surface shadow-lift -outline-offset-2 [overflow-anchor:none]"
    >
      <table
        aria-label={label}
        aria-rowcount={query.hasNextPage ? -1 : rows.length + 1}
        className="w-full table-fixed"
      >
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {query.isPending &&
            placeholders(12).map((row, at) => (
              <tr key={row} className="h-[37px]">
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={cx(
                      'border-b border-line-soft px-3',
                      column.hideBelow && hidden[column.hideBelow],
                    )}
                  >
                    <Skeleton
                      className={cx(
                        'h-3',
                        column.align === 'right' ? 'ml-auto w-14' : at % 3 ? 'w-3/5' : 'w-4/5',
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {items.map((item) => {
            const row = model[item.index];
            if (!row) return null;
            return (
              <tr
                key={row.id}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                aria-current={row.id === openId ? 'true' : undefined}
                tabIndex={onOpen && !hrefOf ? (item.index === active ? 0 : -1) : undefined}
                onFocus={() => setActive(item.index)}
                onKeyDown={(event) => onKeyDown(event, item.index, row.original)}
                onClick={(event) => {
                  if (!event.defaultPrevented && !isRowLink(event.target)) onOpen?.(row.original);
                }}
                className={cx(
                  'relative h-[37px] -outline-offset-2 outline-accent aria-[current=true]:bg-accent-soft/60',
                  'has-[[data-row-link]:focus-visible]:outline-2',
                  onOpen && 'cursor-pointer hover:bg-hover',
                )}
              >
                {row.getAllCells().map((cell, index) => {
                  const column = columns[index];
                  return (
                    <td
                      key={cell.id}
                      className={cx(
                        'truncate border-b border-line-soft px-3 py-0',
                        index === 0 ? 'font-medium text-ink' : 'text-ink-2',
                        column?.align === 'right' && 'tabular text-right',
                        column?.hideBelow && hidden[column.hideBelow],
                      )}
                    >
                      {index === 0 && hrefOf ? (
                        <RowLink
                          href={hrefOf(row.original)}
                          tabbable={item.index === active}
                          onOpen={() => onOpen?.(row.original)}
                        >
                          <table.FlexRender cell={cell} />
                        </RowLink>
                      ) : (
                        <table.FlexRender cell={cell} />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      <MoreRows query={query} />
    </div>
  );
}

/** The first cell of a row, stretched over all of it. */
function RowLink({
  href,
  tabbable,
  onOpen,
  className,
  children,
}: {
  href: string;
  tabbable: boolean;
  onOpen: () => void;
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      data-row-link
      draggable={false}
      tabIndex={tabbable ? 0 : -1}
      onClick={(event) => {
        if (isForBrowser(event)) return;
        event.preventDefault();
        onOpen();
      }}
      className={className ?? 'outline-none after:absolute after:inset-0'}
    >
      {children}
    </a>
  );
}

function HeaderCell<T>({
  column,
  sort,
  onSort,
}: {
  column: DataColumn<T>;
  sort?: string;
  onSort?: (sort: string) => void;
}) {
  const ascending = column.sort !== undefined && sort === column.sort;
  const descending = column.sort !== undefined && sort === `-${column.sort}`;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
      style={{ width: column.width }}
      className={cx(
        'h-9 border-b border-line px-3 text-sm font-medium text-ink-3',
        column.align === 'right' ? 'text-right' : 'text-left',
        column.hideBelow && hidden[column.hideBelow],
      )}
    >
      {column.sort && onSort ? (
        <button
          type="button"
          onClick={() => onSort(ascending ? `-${column.sort}` : (column.sort ?? ''))}
          className={cx(
            'group inline-flex max-w-full items-center align-middle gap-1 rounded-[4px] hover:text-ink',
            // The arrow stands outside, so that name and figures end on one line.
            column.align === 'right' && 'flex-row-reverse',
          )}
        >
          <span className="truncate">{column.header}</span>
          <Arrow
            aria-hidden
            className={cx('size-3 shrink-0', !ascending && !descending && 'opacity-0 group-hover:opacity-50')}
          />
        </button>
      ) : (
        <span className="block truncate">{column.header}</span>
      )}
    </th>
  );
}

const narrowRow = 'block border-b border-line-soft px-3 py-2 -outline-offset-2';

function NarrowRows<T extends { id: string }>(props: DataTableProps<T> & { rows: T[] }) {
  const { label, query, rows, onOpen, hrefOf, openId, narrow } = props;
  const { region, virtual, items, active, setActive, onKeyDown } = useRows(props, 58);
  return (
    <div
      ref={region}
      className="min-h-0 flex-initial overflow-auto rounded-lg border border-line bg-surface shadow-lift -outline-offset-2 [overflow-anchor:none]"
    >
      {query.isPending &&
        placeholders(8).map((row) => (
          <div key={row} className="flex flex-col gap-2 border-b border-line-soft px-3 py-3">
            <Skeleton className="h-3 w-3/5" />
            <Skeleton className="h-3 w-2/5" />
          </div>
        ))}
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={row.id}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {onOpen && hrefOf ? (
                // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the link
                <div
                  onFocus={() => setActive(item.index)}
                  onKeyDown={(event) => onKeyDown(event, item.index, row)}
                  aria-current={row.id === openId ? 'true' : undefined}
                >
                  <RowLink
                    href={hrefOf(row)}
                    tabbable={item.index === active}
                    onOpen={() => onOpen(row)}
                    className={narrowRow}
                  >
                    {narrow(row)}
                  </RowLink>
                </div>
              ) : onOpen ? (
                <button
                  type="button"
                  tabIndex={item.index === active ? 0 : -1}
                  onFocus={() => setActive(item.index)}
                  onKeyDown={(event) => onKeyDown(event, item.index, row)}
                  onClick={() => onOpen(row)}
                  aria-current={row.id === openId ? 'true' : undefined}
                  className={cx(narrowRow, 'w-full text-left')}
                >
                  {narrow(row)}
                </button>
              ) : (
                // What opens nothing may hold buttons of its own.
                <div className={narrowRow}>{narrow(row)}</div>
              )}
            </li>
          );
        })}
      </ul>
      <MoreRows query={query} />
    </div>
  );
}

function MoreRows<T>({ query }: { query: Rows<T> }) {
  const { t } = useTranslation();
  if (query.isFetchNextPageError)
    return <ErrorState error={query.error} onRetry={() => query.fetchNextPage()} />;
  if (query.error) return <NotRefreshed error={query.error} onRetry={() => query.refetch()} />;
  if (!query.isFetchingNextPage) return null;
  return (
    <p role="status" className="sticky left-0 flex items-center justify-center gap-2 py-2 text-sm text-ink-3">
      <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
      {t('kit.loadingMore')}
    </p>
  );
}

/** The rows are there, only not as fresh as they should be: one line that says so is enough. */
function NotRefreshed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <p
      role="status"
      className="sticky bottom-0 left-0 flex items-center justify-center gap-2 border-t border-line-soft bg-surface py-1.5 text-sm text-attention-ink"
    >
      {t('kit.notRefreshed')} {problemText(toProblem(error), t).title}.
      <button type="button" onClick={onRetry} className="font-medium underline">
        {t('kit.retry')}
      </button>
    </p>
  );
}

/** Two lines of a row on a phone. */
export function NarrowRow({
  title,
  aside,
  detail,
  badge,
}: {
  title: ReactNode;
  aside?: ReactNode;
  detail?: ReactNode;
  badge?: ReactNode;
}) {
  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{title}</span>
        <span className="tabular shrink-0 font-medium">{aside}</span>
      </span>
      <span className="mt-0.5 flex items-center justify-between gap-3 text-ink-2">
        <span className="truncate">{detail}</span>
        {badge && <span className="shrink-0">{badge}</span>}
      </span>
    </>
  );
}
