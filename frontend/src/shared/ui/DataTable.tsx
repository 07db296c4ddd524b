import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/shared/api/pages';
import { cx } from '@/shared/lib/cx';
import { placeholders } from '@/shared/lib/placeholders';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import { ErrorState } from './ErrorState';
import { NarrowRows } from './NarrowRows';
import { Skeleton } from './Skeleton';
import { allSelected, headState, isSelected, nothingSelected, ranged, toggled } from './selection';
import { BoxCell, HeaderCell, hiddenBelow, MoreRows, RowLink } from './TableParts';
import { leastWidth, plainLayout, sized, visibleColumns } from './tableLayout';
import type { DataTableProps } from './tableTypes';
import { isControl, isOwn, useTableRows } from './useTableRows';

export { NarrowRow } from './NarrowRows';
export type { DataColumn, DataTableProps } from './tableTypes';

const rowHeights = { usual: 37, dense: 31 };
const features = tableFeatures({});

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

function WideRows<T extends { id: string }>(props: DataTableProps<T> & { rows: T[] }) {
  const { t } = useTranslation();
  const { label, query, rows, sort, onSort, onOpen, hrefOf, openId } = props;
  const { layout = plainLayout, onLayout, selection, onSelection, lead } = props;
  const rowHeight = layout.dense ? rowHeights.dense : rowHeights.usual;
  const height = layout.dense ? 'h-[31px]' : 'h-[37px]';
  const { region, virtual, items, active, setActive, onKeyDown } = useTableRows(props, rowHeight);
  const columns = useMemo(() => visibleColumns(layout, props.columns), [layout, props.columns]);
  const anchor = useRef<string>(null);
  const toggle = (id: string, range: boolean) => {
    if (!selection) return;
    const ids = rows.map((row) => row.id);
    onSelection?.(
      range && anchor.current ? ranged(selection, ids, anchor.current, id) : toggled(selection, id),
    );
    anchor.current = id;
  };
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
        style={{ minWidth: leastWidth(layout, columns) }}
      >
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            {selection && (
              <BoxCell
                className="border-line w-9"
                label={t('kit.selectAll')}
                checked={headState(selection)}
                tabbable
                onToggle={() => onSelection?.(headState(selection) === true ? nothingSelected : allSelected)}
              />
            )}
            {lead && (
              <th scope="col" className="h-9 w-8 border-b border-line p-0">
                <span className="sr-only">{lead.header}</span>
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={sort}
                onSort={onSort}
                size={layout.sizes[column.id]}
                onSize={onLayout && ((size) => onLayout(sized(layout, column.id, size)))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {query.isPending &&
            placeholders(12).map((row, at) => (
              <tr key={row} className={height}>
                {selection && <td className="border-b border-line-soft" />}
                {lead && <td className="border-b border-line-soft" />}
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={cx(
                      'border-b border-line-soft px-3',
                      column.hideBelow && hiddenBelow[column.hideBelow],
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
                onKeyDown={(event) => {
                  if (isOwn(event) && props.onKey?.(event, row.original)) event.preventDefault();
                  // Space chooses what Enter opens.
                  else if (event.key === ' ' && selection && isOwn(event)) {
                    toggle(row.id, event.shiftKey);
                    event.preventDefault();
                  } else onKeyDown(event, item.index, row.original);
                }}
                onClick={(event) => {
                  if (!event.defaultPrevented && !isControl(event.target)) onOpen?.(row.original);
                }}
                className={cx(
                  height,
                  'relative -outline-offset-2 outline-accent aria-[current=true]:bg-accent-soft/60',
                  'has-[[data-row-link]:focus-visible]:outline-2',
                  onOpen && 'cursor-pointer hover:bg-hover',
                )}
              >
                {selection && (
                  <BoxCell
                    className="border-line-soft"
                    label={t('kit.selectRow')}
                    checked={isSelected(selection, row.id)}
                    tabbable={item.index === active}
                    onToggle={(event) => toggle(row.id, event.shiftKey)}
                  />
                )}
                {lead && (
                  <td className="border-b border-line-soft p-0">
                    {lead.cell(row.original, item.index === active)}
                  </td>
                )}
                {row.getAllCells().map((cell, index) => {
                  const column = columns[index];
                  return (
                    <td
                      key={cell.id}
                      className={cx(
                        'truncate border-b border-line-soft px-3 py-0',
                        index === 0 ? 'font-medium text-ink' : 'text-ink-2',
                        column?.align === 'right' && 'tabular text-right',
                        column?.hideBelow && hiddenBelow[column.hideBelow],
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
        {props.foot && rows.length > 0 && (
          <tfoot className="sticky bottom-0 z-10 bg-surface shadow-[0_-1px_0_var(--line)]">
            <tr>
              {selection && <td />}
              {lead && <td />}
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cx(
                    'px-3 py-2 font-medium text-ink',
                    column.align === 'right' && 'tabular text-right',
                    column.hideBelow && hiddenBelow[column.hideBelow],
                  )}
                >
                  {props.foot?.(column.id)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      <MoreRows query={query} />
    </div>
  );
}
