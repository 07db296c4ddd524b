import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { DataTableProps } from './tableTypes';
import { useScrollRegion } from './useScrollRegion';

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
/** From the row or its link, not from a button in one of its cells. */
export const isOwn = (event: KeyboardEvent<HTMLElement>) =>
  event.target === event.currentTarget || isRowLink(event.target);
/** What is clicked for itself, inside a row. */
export const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, label, input') !== null;
/** The browser's own business: another tab, another window, a download. */
export const isForBrowser = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** Which rows exist, the next page when the last of them comes near, and keys that move through them. */
export function useTableRows<T extends { id: string }>(
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
    if (!isOwn(event)) return;
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
