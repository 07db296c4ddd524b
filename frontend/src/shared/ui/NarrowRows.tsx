import type { ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';
import { placeholders } from '@/shared/lib/placeholders';
import { Skeleton } from './Skeleton';
import { MoreRows, RowLink } from './TableParts';
import type { DataTableProps } from './tableTypes';
import { isOwn, useTableRows } from './useTableRows';

const narrowRow = 'block border-b border-line-soft px-3 py-2 -outline-offset-2';

/** The rows as a list, where a table has no room. */
export function NarrowRows<T extends { id: string }>(props: DataTableProps<T> & { rows: T[] }) {
  const { label, query, rows, onOpen, hrefOf, openId, narrow, lead, onKey } = props;
  const { region, virtual, items, active, setActive, onKeyDown } = useTableRows(props, 58);
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
                  onKeyDown={(event) => {
                    if (isOwn(event) && onKey?.(event, row)) event.preventDefault();
                    else onKeyDown(event, item.index, row);
                  }}
                  aria-current={row.id === openId ? 'true' : undefined}
                  className={lead && 'flex items-center border-b border-line-soft pl-1'}
                >
                  {lead?.cell(row, item.index === active)}
                  <RowLink
                    href={hrefOf(row)}
                    tabbable={item.index === active}
                    onOpen={() => onOpen(row)}
                    className={lead ? 'block min-w-0 flex-1 py-2 pr-3 pl-1 -outline-offset-2' : narrowRow}
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
