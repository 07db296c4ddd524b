import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { LoaderCircle, Minimize2, Plus } from 'lucide-react';
import {
  lazy,
  memo,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStage, Stage } from '@/shared/api/gen';
import type { Format } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import { Figure } from '@/shared/ui/Figure';
import { IconButton } from '@/shared/ui/IconButton';
import type { CardParts } from './cardParts';
import { type CardActions, DealCard } from './DealCard';
import type { NextSteps } from './useNextSteps';

const QuickDeal = lazy(() => import('./QuickDeal'));

export interface ColumnHandle {
  /** Brings a card into view, wherever it lies in the column, and gives it the focus. */
  focusCard: (index: number) => void;
}

export interface BoardColumnProps {
  stage: BoardStage;
  colour: string;
  format: Format;
  currency: string;
  today: string;
  now: number;
  actions: CardActions;
  canWrite: boolean;
  selectedId?: string;
  tabbableId: string | null;
  draggedId: string | null;
  chosen: ReadonlySet<string>;
  parts: CardParts;
  steps: NextSteps;
  /** The stage as the pipeline has it: its rules. */
  rules: Stage | undefined;
  pipelineId: string;
  /** A new deal by all its fields, in this stage. */
  onWhole?: (stageId: string, title: string) => void;
  collapsed: boolean;
  /** Its turn to show its cards has not come yet. */
  waiting: boolean;
  onToggle?: (stageId: string) => void;
  loadMore: (stageId: string) => Promise<void>;
  handle: (stageId: string, handle: ColumnHandle | null) => void;
}

const gap = 8;

/** One stage: its totals, and its cards as far as they are seen. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { stage, colour, format, currency, collapsed, waiting, onToggle, canWrite } = props;
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [adding, setAdding] = useState(false);
  const { id, type } = stage;

  useEffect(() => {
    if (!root.current) return;
    return combine(
      dropTargetForElements({
        element: root.current,
        canDrop: ({ source }) => source.data.kind === 'deal',
        getData: ({ input }) => ({
          kind: 'column',
          stageId: id,
          // Let go over the header: on top; below the last card: at the end.
          top: input.clientY < (list.current?.getBoundingClientRect().top ?? 0),
        }),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
      list.current && !waiting ? autoScrollForElements({ element: list.current }) : () => undefined,
    );
  }, [id, waiting]);

  const share = type === 'open' ? format.percent(stage.probability / 100, 0) : null;
  const amount = format.moneyRounded(stage.amount_cents, currency);
  const weightedForms = (cents: number) => {
    const short = format.moneyCompact(cents, currency);
    return [
      t('crm.board.weighted', { amount: format.moneyRounded(cents, currency) }),
      t('crm.board.weighted', { amount: short }),
      short,
    ];
  };
  if (collapsed) {
    return (
      <section
        ref={root}
        data-testid={`column-${id}`}
        aria-label={t('crm.board.column', {
          name: stage.name,
          count: stage.count,
          formatted: format.number(stage.count),
        })}
        className={cx(
          'flex w-9 shrink-0 snap-start rounded-lg border border-dashed border-line transition-colors duration-100',
          over && 'border-accent bg-accent-soft',
        )}
      >
        <button
          type="button"
          onClick={() => onToggle?.(id)}
          aria-expanded={false}
          className="flex h-full w-full items-start justify-center rounded-lg py-3 hover:bg-hover"
        >
          <span className="flex items-center gap-2 [writing-mode:vertical-rl]">
            <span aria-hidden className={cx('size-2 rounded-full', colour)} />
            <span className="font-medium">{stage.name}</span>
            <span className="tabular text-ink-2" data-testid={`count-${id}`}>
              {format.number(stage.count)}
            </span>
            <span className="tabular text-ink-3">{amount}</span>
          </span>
        </button>
      </section>
    );
  }
  return (
    <section
      ref={root}
      data-testid={`column-${id}`}
      aria-label={t('crm.board.column', {
        name: stage.name,
        count: stage.count,
        formatted: format.number(stage.count),
      })}
      className={cx(
        'flex w-[82vw] max-w-88 shrink-0 snap-center flex-col rounded-lg transition-colors duration-100 md:w-auto md:min-w-50 md:flex-1 md:shrink md:basis-0',
        over && canWrite && 'bg-accent-soft',
      )}
    >
      <header className="px-0.5 pt-1 pb-2">
        <div className="flex items-center gap-1.5">
          <span aria-hidden className={cx('size-2 shrink-0 rounded-full', colour)} />
          <h2 className="truncate font-semibold">{stage.name}</h2>
          <span className="tabular text-ink-2" data-testid={`count-${id}`}>
            {format.number(stage.count)}
          </span>
          {share && <span className="tabular ml-auto text-ink-3">{share}</span>}
          {type === 'open' && canWrite && (
            <IconButton
              icon={Plus}
              size="sm"
              label={t('crm.quick.add', { stage: stage.name })}
              className="-my-1 -mr-1"
              onClick={() => setAdding(true)}
            />
          )}
          {onToggle && (
            <IconButton
              icon={Minimize2}
              size="sm"
              label={t('crm.board.collapse')}
              className="-my-1 ml-auto"
              onClick={() => onToggle(id)}
            />
          )}
        </div>
        <p className="tabular flex items-baseline gap-1.5 text-ink-2">
          <span className="font-semibold whitespace-nowrap text-ink">{amount}</span>
          {type === 'open' && (
            <span className="min-w-0 flex-1 text-sm">
              <Figure forms={weightedForms(stage.weighted_cents)} />
            </span>
          )}
        </p>
        {stage.other_currency_count > 0 && (
          <p className="truncate text-ink-2 text-sm">
            {t('crm.board.otherCurrency', {
              count: stage.other_currency_count,
              formatted: format.number(stage.other_currency_count),
            })}
          </p>
        )}
      </header>
      {adding && (
        <Suspense>
          <QuickDeal
            pipelineId={props.pipelineId}
            stageId={id}
            onWhole={(title) => {
              setAdding(false);
              props.onWhole?.(id, title);
            }}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
      {!waiting && <Cards {...props} list={list} />}
    </section>
  );
});

const Cards = memo(function Cards({
  stage,
  format,
  today,
  now,
  actions,
  canWrite,
  selectedId,
  tabbableId,
  draggedId,
  chosen,
  parts,
  steps,
  rules,
  loadMore,
  handle,
  list,
}: BoardColumnProps & { list: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation();
  const narrow = useIsNarrow();
  const { deals, id } = stage;
  const [failed, setFailed] = useState(false);
  const draggedIndex = draggedId ? deals.findIndex((deal) => deal.id === draggedId) : -1;
  // The card is 6.75rem high: it grows with the reader's font size. Asked for once, not for each of a thousand cards.
  const height = useMemo(
    () => 6.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16'),
    [],
  );
  const virtual = useVirtualizer({
    count: deals.length,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    gap,
    getItemKey: (index) => deals[index]?.id ?? index,
    overscan: narrow ? 2 : 5,
    // The browser ends a drag whose source leaves the document: the dragged card stays, however far one scrolls.
    rangeExtractor: useCallback(
      (range: Range) => {
        const visible = defaultRangeExtractor(range);
        if (draggedIndex < 0 || visible.includes(draggedIndex)) return visible;
        return [...visible, draggedIndex].sort((a, b) => a - b);
      },
      [draggedIndex],
    ),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const more = stage.next_cursor !== null;
  const wanted = deals.length - (narrow ? 5 : 10);

  useEffect(() => {
    if (!more || failed || last < wanted) return;
    loadMore(id).catch(() => setFailed(true));
  }, [more, failed, last, wanted, id, loadMore]);

  const columnRef = useRef<ColumnHandle>(null);
  useImperativeHandle(
    columnRef,
    () => ({
      focusCard: (index) => {
        const target = deals[index];
        if (!target) return;
        virtual.scrollToIndex(index, { align: 'auto' });
        const find = () => list.current?.querySelector<HTMLElement>(`[data-card="${target.id}"]`);
        const now = find();
        const from = document.activeElement;
        if (now) now.focus({ preventScroll: true });
        else
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              // Whoever has gone elsewhere in the meantime stays there.
              const at = document.activeElement;
              if (at === from || at === document.body) find()?.focus({ preventScroll: true });
            }),
          );
      },
    }),
    [deals, virtual, list],
  );
  // The board asks for it while it is being drawn, when a card has come here from another column.
  useLayoutEffect(() => {
    handle(id, columnRef.current);
    return () => handle(id, null);
  });

  return (
    <div
      ref={list}
      className="thin-scroll min-h-24 flex-1 overflow-x-hidden overflow-y-auto px-0.5 pt-0.5 pb-3 [overflow-anchor:none]"
    >
      {deals.length === 0 && <p className="px-1 py-2 text-ink-3">{t('crm.board.emptyColumn')}</p>}
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const deal = deals[item.index];
          if (!deal) return null;
          return (
            <li
              key={deal.id}
              aria-setsize={stage.count}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <DealCard
                deal={deal}
                format={format}
                today={today}
                now={now}
                actions={actions}
                movable={canWrite && deal.status === 'open'}
                selected={deal.id === selectedId}
                tabbable={deal.id === tabbableId}
                chosen={chosen.has(deal.id)}
                parts={parts}
                step={steps.get(deal.id)}
                rottingDays={rules?.rotting_days}
              />
            </li>
          );
        })}
      </ul>
      {more &&
        (failed ? (
          <button
            type="button"
            className="w-full rounded-sm py-2 text-sm text-overdue-ink hover:underline"
            onClick={() => setFailed(false)}
          >
            {t('crm.board.moreFailed')}
          </button>
        ) : (
          <p className="flex justify-center py-2 text-ink-3">
            {/* Out of sight it would turn all the same, and keep the browser drawing. */}
            <LoaderCircle
              aria-label={t('kit.loadingMore')}
              className={cx('size-4', last >= wanted && 'animate-spin')}
            />
          </p>
        ))}
    </div>
  );
});
