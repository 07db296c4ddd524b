import { ArrowDown, ArrowUp, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { ErrorState } from './ErrorState';
import type { DataColumn, Rows } from './tableTypes';
import { isForBrowser } from './useTableRows';

export const hiddenBelow = { lg: 'max-lg:hidden', xl: 'max-xl:hidden', '2xl': 'max-2xl:hidden' };

/** The first cell of a row, stretched over all of it. */
export function RowLink({
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

/** The same order from its other end. */
const turned = (sort: string) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`);

export function HeaderCell<T>({
  column,
  sort,
  onSort,
  size,
  onSize,
}: {
  column: DataColumn<T>;
  sort?: string;
  onSort?: (sort: string) => void;
  /** The width that a person has given it, in pixels. */
  size?: number;
  onSize?: (pixels: number) => void;
}) {
  const ascending = column.sort !== undefined && sort === column.sort;
  const descending = column.sort !== undefined && sort === turned(column.sort);
  // What runs against its field (an age, by the day) is asked for to see the most of it.
  const first = column.sort?.replace(/^-/, '') ?? '';
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
      data-column={column.id}
      style={{ width: size ?? column.width }}
      className={cx(
        'group/head relative h-9 border-b border-line px-3 text-sm font-medium text-ink-3',
        column.align === 'right' ? 'text-right' : 'text-left',
        column.hideBelow && hiddenBelow[column.hideBelow],
      )}
    >
      {column.sort && onSort ? (
        <button
          type="button"
          onClick={() => onSort(sort === first ? turned(first) : first)}
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
      {onSize && <Grip onSize={onSize} />}
    </th>
  );
}

/** The right edge of a header, to be pulled; by keyboard the menu of the columns does it. */
function Grip({ onSize }: { onSize: (pixels: number) => void }) {
  return (
    <span
      aria-hidden
      data-grip
      className="absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-r border-transparent group-hover/head:border-line"
      onPointerDown={(event) => {
        const cell = event.currentTarget.closest('th');
        if (!cell || event.button !== 0) return;
        event.preventDefault();
        const grip = event.currentTarget;
        grip.setPointerCapture(event.pointerId);
        const from = cell.offsetWidth - event.clientX;
        const pull = (move: PointerEvent) => onSize(from + move.clientX);
        const end = () => grip.removeEventListener('pointermove', pull);
        grip.addEventListener('pointermove', pull);
        grip.addEventListener('lostpointercapture', end, { once: true });
      }}
    />
  );
}

/** A box that takes a row, or all of them, into the selection. All of its cell answers. */
export function BoxCell({
  label,
  checked,
  tabbable,
  onToggle,
  className,
}: {
  label: string;
  checked: boolean | 'some';
  tabbable: boolean;
  onToggle: (event: { shiftKey: boolean }) => void;
  className: string;
}) {
  return (
    <td className={cx('relative z-10 border-b p-0', className)}>
      <label
        className="absolute inset-0 flex cursor-pointer items-center pl-3"
        // Shift means a range of rows, not of text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <input
          type="checkbox"
          aria-label={label}
          className="size-4 accent-accent"
          tabIndex={tabbable ? undefined : -1}
          checked={checked === true}
          ref={(box) => {
            if (box) box.indeterminate = checked === 'some';
          }}
          onChange={(event) => onToggle(event.nativeEvent as MouseEvent)}
        />
      </label>
    </td>
  );
}

/** What stands under the rows: more on their way, or why there are none. */
export function MoreRows<T>({ query }: { query: Rows<T> }) {
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
