import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { useScrollRegion } from './useScrollRegion';

/** Where the shell's top bar takes the title of the page; null outside the shell (tests, login). */
export const TitleSlot = createContext<HTMLElement | null>(null);

export interface PageHeaderProps {
  title: string;
  /** What the tab of the browser calls it, where the title alone says too little: `Fatura 001731`. */
  document?: string;
  /** Pages above this one, such as the list of a detail. */
  parent?: ReactNode;
  /** Filters and view controls, at the left of the bar under the top bar. */
  filters?: ReactNode;
  /** A line of text in the place of filters. */
  note?: ReactNode;
  /** Buttons at the right, the main one last. */
  actions?: ReactNode;
}

/** Names the page (top bar, document title) and holds its filters and actions. */
export function PageHeader({
  title,
  document: tab = title,
  parent,
  filters,
  note,
  actions,
}: PageHeaderProps) {
  const slot = useContext(TitleSlot);
  const { t } = useTranslation();
  const row = useScrollRegion(t('kit.filters'));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · ${t('app.name')}`;
  }, [tab, t]);
  const bar = (
    <h1 ref={heading} className="flex min-w-0 items-center gap-1.5 text-lg font-semibold">
      {parent && (
        <>
          <span className="shrink-0">{parent}</span>
          <span aria-hidden className="font-normal text-ink-3">
            /
          </span>
        </>
      )}
      <span className={parent ? 'truncate font-normal text-ink-2' : 'truncate'}>{title}</span>
    </h1>
  );
  return (
    <>
      {slot ? createPortal(bar, slot) : bar}
      {(filters || note || actions) && (
        <div className="flex shrink-0 items-center gap-2 px-4 pt-2.5 pb-2 md:flex-wrap md:px-5">
          {note && <div className="min-w-0 flex-1 text-sm text-ink-2">{note}</div>}
          {/* On a phone the filters are one row that scrolls and fades at its end; the rest of the room belongs to the page. */}
          {filters && (
            <div
              ref={row}
              className="max-md:fade-end -m-1 flex min-w-0 flex-1 items-center gap-2 overflow-x-auto p-1 [scrollbar-width:none] *:shrink-0 md:flex-wrap md:overflow-visible md:*:shrink"
            >
              {filters}
            </div>
          )}
          {actions && (
            <div
              className={cx(
                'ml-auto flex shrink-0 items-center gap-2',
                // Beside filters a button with an icon is its icon on a phone; its name is still heard.
                Boolean(filters) && 'max-md:[&_[data-label]:not(:first-child)]:sr-only',
              )}
            >
              {actions}
            </div>
          )}
        </div>
      )}
    </>
  );
}
