import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { MoreHorizontal } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import type { Format } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Avatar } from '@/shared/ui/Avatar';
import { Badge } from '@/shared/ui/Badge';
import { IconButton } from '@/shared/ui/IconButton';
import { closeSignal, daysInStage, rottenAfterDays } from './dealSignals';

export interface CardActions {
  href: (dealId: string) => string;
  open: (dealId: string) => void;
  openMenu: (dealId: string, anchor: Element) => void;
  focused: (dealId: string, element: Element) => void;
  dragging: (dealId: string | null) => void;
}

export interface DealCardProps {
  deal: DealSummary;
  format: Format;
  today: string;
  now: number;
  actions: CardActions;
  /** May be moved: false for a role that only reads, and for a closed deal. */
  movable: boolean;
  selected: boolean;
  tabbable: boolean;
}

/** One opportunity on the board. The whole card is the title's link; its menu and its grip lie on top of it. */
export const DealCard = memo(function DealCard({
  deal,
  format,
  today,
  now,
  actions,
  movable,
  selected,
  tabbable,
}: DealCardProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const { id, stage_id: stageId } = deal;

  useEffect(() => {
    if (!element.current) return;
    const feedback = ({
      source,
      self,
    }: {
      source: { data: Record<string, unknown> };
      self: { data: Record<string | symbol, unknown> };
    }) => {
      setEdge(source.data.dealId === id ? null : (extractClosestEdge(self.data) as 'top' | 'bottom' | null));
    };
    return combine(
      draggable({
        element: element.current,
        canDrag: () => movable,
        getInitialData: () => ({ kind: 'deal', dealId: id }),
        onDragStart: () => {
          setDragged(true);
          actions.dragging(id);
        },
        onDrop: () => {
          setDragged(false);
          actions.dragging(null);
        },
      }),
      dropTargetForElements({
        element: element.current,
        canDrop: ({ source }) => source.data.kind === 'deal',
        getIsSticky: () => true,
        getData: ({ input, element }) =>
          attachClosestEdge(
            { kind: 'card', dealId: id, stageId },
            { input, element, allowedEdges: ['top', 'bottom'] },
          ),
        onDragEnter: feedback,
        onDrag: feedback,
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [id, stageId, movable, actions]);

  const close = closeSignal(deal.expected_close_on, today);
  const days = daysInStage(deal, now);
  const party = deal.company?.name ?? deal.contact?.name ?? t('crm.deal.noCompany');
  return (
    <article
      ref={element}
      data-testid={`card-${id}`}
      className={cx(
        'group relative flex h-27 flex-col justify-between rounded-lg border bg-surface px-2.5 py-2 leading-4.5 shadow-lift transition-colors duration-100',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        selected ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
        dragged && 'opacity-40',
        movable && 'active:cursor-grabbing',
      )}
    >
      {edge && (
        <span
          aria-hidden
          className={cx(
            'pointer-events-none absolute inset-x-0.5 z-10 h-0.5 rounded-full bg-accent',
            edge === 'top' ? '-top-[5px]' : '-bottom-[5px]',
          )}
        />
      )}
      <div className="min-w-0">
        <a
          href={actions.href(id)}
          draggable={false}
          data-card={id}
          tabIndex={tabbable ? 0 : -1}
          aria-keyshortcuts={movable ? 'M Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight' : undefined}
          title={deal.title}
          className="line-clamp-2 font-medium wrap-anywhere outline-none after:absolute after:inset-0"
          onFocus={(event) => actions.focused(id, event.currentTarget)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            actions.open(id);
          }}
        >
          {deal.title}
        </a>
        <div className="flex items-center gap-2">
          <p title={party} className="min-w-0 flex-1 truncate text-ink-2">
            {party}
          </p>
          {movable && (
            <IconButton
              icon={MoreHorizontal}
              label={t('crm.board.moveTo')}
              size="sm"
              tabIndex={-1}
              aria-haspopup="menu"
              className="z-10 -my-1.5 -mr-1 opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 pointer-coarse:opacity-100"
              onClick={(event) => actions.openMenu(id, event.currentTarget)}
            />
          )}
        </div>
      </div>
      <div>
        <p className="tabular flex items-baseline justify-between gap-2">
          <span className="font-semibold whitespace-nowrap">
            {format.moneyRounded(deal.amount_cents, deal.currency)}
          </span>
          {days !== null && deal.status === 'open' && (
            <span
              title={t('crm.deal.daysInStage', { count: days })}
              className={cx('shrink-0 text-sm', days >= rottenAfterDays ? 'text-overdue-ink' : 'text-ink-3')}
            >
              {t('crm.deal.days', { count: days })}
            </span>
          )}
        </p>
        <div className="mt-0.5 flex h-5 items-center justify-between gap-2">
          {deal.status !== 'open' ? (
            <span className="tabular text-sm text-ink-3">{format.date(deal.closed_on)}</span>
          ) : close.kind === 'late' ? (
            <Badge tone="overdue">{t('crm.deal.late', { count: close.days })}</Badge>
          ) : close.kind === 'today' ? (
            <Badge tone="attention">{t('crm.deal.closesToday')}</Badge>
          ) : close.kind === 'due' ? (
            <Badge>{t('crm.deal.closesOn', { date: format.nearDate(close.date) })}</Badge>
          ) : (
            <span className="text-ink-3">{t('crm.deal.noCloseDate')}</span>
          )}
          {deal.owner && <Avatar name={deal.owner.name} />}
        </div>
      </div>
    </article>
  );
});
