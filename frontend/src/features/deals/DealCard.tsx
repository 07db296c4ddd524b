import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { Check, MoreHorizontal, Repeat } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityIcons } from '@/shared/activities/activityIcons';
import type { DealSummary, NextStep } from '@/shared/api/gen';
import { formatTime } from '@/shared/format/time';
import type { Format } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Avatar } from '@/shared/ui/Avatar';
import { Badge } from '@/shared/ui/Badge';
import { IconButton } from '@/shared/ui/IconButton';
import type { CardParts } from './cardParts';
import { closeSignal, daysInStage, rotOf } from './dealSignals';

export interface CardActions {
  href: (dealId: string) => string;
  open: (dealId: string) => void;
  openMenu: (dealId: string, anchor: Element) => void;
  focused: (dealId: string, element: Element) => void;
  dragging: (dealId: string | null) => void;
  choose: (dealId: string) => void;
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
  /** Chosen among several. */
  chosen: boolean;
  parts: CardParts;
  /** What is to be done next; null: nothing, undefined: not known. */
  step: NextStep | null | undefined;
  rottingDays: number | undefined;
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
  chosen,
  parts,
  step,
  rottingDays,
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
  const rot = rotOf(deal, rottingDays, now);
  const party = deal.company?.name ?? deal.contact?.name ?? t('crm.deal.noCompany');
  return (
    <article
      ref={element}
      data-testid={`card-${id}`}
      className={cx(
        'group relative flex h-27 flex-col justify-between rounded-lg border bg-surface px-2.5 py-2 leading-4.5 shadow-lift transition-colors duration-100',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        selected || chosen ? 'border-accent ring-1 ring-accent' : 'border-line hover:border-line-strong',
        dragged && 'opacity-40',
        movable && 'active:cursor-grabbing',
      )}
    >
      {rot && (
        <span
          aria-hidden
          className={cx(
            'pointer-events-none absolute inset-y-0 left-0 w-0.75 rounded-l-lg',
            rot === 'rotten' ? 'bg-overdue' : 'bg-attention',
          )}
        />
      )}
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
          aria-keyshortcuts={
            movable ? 'X M G P A Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight' : undefined
          }
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
            {parts.has('company') && party}
          </p>
          {movable && (
            <button
              type="button"
              aria-pressed={chosen}
              aria-label={t('crm.board.choose', { title: deal.title })}
              tabIndex={-1}
              className={cx(
                'z-10 -my-1 flex size-4 shrink-0 items-center justify-center rounded-[4px] border pointer-coarse:size-6',
                chosen
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-line-strong bg-surface opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 pointer-coarse:opacity-100',
              )}
              onClick={() => actions.choose(id)}
            >
              {chosen && <Check aria-hidden className="size-3" strokeWidth={3} />}
            </button>
          )}
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
          <Amount deal={deal} format={format} monthly={parts.has('monthly')} />
          {days !== null && deal.status === 'open' && (parts.has('days') || rot) && (
            <span
              title={t(rot ? `crm.deal.${rot}` : 'crm.deal.daysInStage', { count: days })}
              className={cx(
                'shrink-0 text-sm',
                rot === 'rotten' ? 'text-overdue-ink' : rot ? 'text-attention-ink' : 'text-ink-3',
              )}
            >
              {rot && <span className="sr-only">{t(`crm.deal.${rot}`, { count: days })}: </span>}
              {t('crm.deal.days', { count: days })}
            </span>
          )}
        </p>
        <div className="mt-0.5 flex h-5 items-center justify-between gap-2">
          {deal.status !== 'open' ? (
            <span className="tabular text-sm text-ink-3">{format.date(deal.closed_on)}</span>
          ) : parts.has('next_step') && step ? (
            <Step step={step} format={format} now={now} />
          ) : parts.has('next_step') && step === null && !parts.has('close') ? (
            <span className="truncate text-ink-3">{t('crm.card.noNextStep')}</span>
          ) : !parts.has('close') ? (
            <span />
          ) : close.kind === 'late' ? (
            <Badge tone="overdue">{t('crm.deal.late', { count: close.days })}</Badge>
          ) : close.kind === 'today' ? (
            <Badge tone="attention">{t('crm.deal.closesToday')}</Badge>
          ) : close.kind === 'due' ? (
            <Badge>{t('crm.deal.closesOn', { date: format.nearDate(close.date) })}</Badge>
          ) : (
            <span className="truncate text-ink-3">
              {t(step === null && parts.has('next_step') ? 'crm.card.noNextStep' : 'crm.deal.noCloseDate')}
            </span>
          )}
          {parts.has('owner') && deal.owner && <Avatar name={deal.owner.name} />}
        </div>
      </div>
    </article>
  );
});

/** What it charges once, and what it brings in a month; an amount by hand, or of another sum than its lines, is one figure. */
function Amount({ deal, format, monthly }: { deal: DealSummary; format: Format; monthly: boolean }) {
  const { t } = useTranslation();
  const money = (cents: number) => format.moneyRounded(cents, deal.currency);
  const month = deal.mrr_cents ?? 0;
  if (!monthly || month === 0 || deal.amount_source !== 'lines')
    return <span className="font-semibold whitespace-nowrap">{money(deal.amount_cents)}</span>;
  return (
    <span className="flex min-w-0 items-baseline gap-1 font-semibold whitespace-nowrap">
      {(deal.one_off_cents ?? 0) > 0 && (
        <>
          {money(deal.one_off_cents ?? 0)}
          <span className="font-normal text-ink-3">+</span>
        </>
      )}
      <Repeat aria-label={t('crm.card.monthly')} className="size-3 shrink-0 self-center text-ink-3" />
      {money(month)}
    </span>
  );
}

/** What is to be done next, and when; late in its colour. */
function Step({ step, format, now }: { step: NextStep; format: Format; now: number }) {
  const { t } = useTranslation();
  const Icon = activityIcons[step.type];
  const today = format.today();
  const day = step.due_on ?? null;
  const late = step.due_at ? Date.parse(step.due_at) <= now : day !== null && day < today;
  const word = t(`crm.card.steps.${step.type}`);
  const when = !day
    ? ''
    : day === today
      ? t('crm.card.today', { time: step.due_at ? formatTime(step.due_at, format.zone) : '' })
      : format.nearDate(day);
  return (
    <span
      title={step.subject}
      className={cx(
        'flex min-w-0 items-center gap-1.5 text-sm',
        late ? 'text-overdue-ink' : day === today ? 'text-ink' : 'text-ink-2',
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        {late ? t('crm.card.late', { step: word, when }) : `${word} ${when}`.trim()}
      </span>
    </span>
  );
}
