import type { KeyboardEvent, PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { aboutOf } from '@/shared/activities/about';
import { activityIcons } from '@/shared/activities/activityIcons';
import { isLate } from '@/shared/activities/due';
import type { ActivitySummary, ActivityType } from '@/shared/api/gen';
import { formatTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useNow } from '@/shared/lib/useNow';
import { clock, lengthened, moved, type Placing, spanOf, stepMinutes } from './agendaDays';

/** The colour of the edge: what kind of thing it is, which its icon says as well. */
const edges: Record<ActivityType, string> = {
  meeting: 'border-l-series-1',
  call: 'border-l-series-2',
  task: 'border-l-series-6',
  email: 'border-l-series-4',
  note: 'border-l-line',
};

export interface AgendaItemProps {
  activity: ActivitySummary;
  onOpen: (id: string) => void;
  /** Where keys move it; absent: it stays where it is. */
  onPlace?: (activity: ActivitySummary, placing: Placing) => void;
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
  /** Its days lie under each other, as in a month: up and down are weeks. */
  weeks?: boolean;
  /** One line, whatever it has to say. */
  line?: boolean;
  lifted?: boolean;
  /** Of whom it is, where several people's are shown. */
  showOwner?: boolean;
}

/** One activity on the agenda: opened by a click, moved by hand or by Shift and the arrows, made longer by + and -. */
export function AgendaItem(props: AgendaItemProps) {
  const { activity, onOpen, onPlace, weeks, line, lifted, showOwner } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const late = isLate(activity, format, useNow());
  const span = spanOf(activity, format.zone);
  const Icon = activityIcons[activity.type];
  const done = activity.status === 'completed';
  const times = span
    ? activity.duration_minutes
      ? `${clock(span.from)}–${clock(span.until % 1440)}`
      : clock(span.from)
    : '';
  const about = [showOwner ? activity.owner?.name : undefined, aboutOf(activity)[0]?.name]
    .filter(Boolean)
    .join(' · ');
  // On another day it is another element: who moves it by keys goes on with it.
  const place = (placing: Placing) => {
    flushSync(() => onPlace?.(activity, placing));
    document.querySelector<HTMLElement>(`[data-activity="${activity.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onPlace || event.ctrlKey || event.metaKey || event.altKey) return;
    const sign = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (event.shiftKey && sign) {
      const upright = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (upright && !weeks && !span) return;
      event.preventDefault();
      const by = upright && !weeks ? { minutes: sign * stepMinutes } : { days: upright ? sign * 7 : sign };
      place(moved(activity, by, format.zone));
    } else if (span && (event.key === '+' || event.key === '-')) {
      event.preventDefault();
      place(lengthened(activity, event.key === '+' ? stepMinutes : -stepMinutes, format.zone));
    }
  };
  return (
    <button
      type="button"
      data-activity={activity.id}
      onClick={() => onOpen(activity.id)}
      onKeyDown={onKeyDown}
      onPointerDown={props.onPointerDown}
      aria-keyshortcuts={onPlace && 'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown'}
      title={[times, activity.subject, about].filter(Boolean).join(' · ')}
      className={cx(
        'flex size-full min-w-0 overflow-hidden rounded-sm border border-l-3 border-line bg-surface px-1.5 text-left text-sm leading-4 hover:border-line-strong hover:bg-raised',
        edges[activity.type],
        line ? 'h-6 items-center gap-1' : 'flex-col py-0.5',
        onPlace && 'touch-pan-y select-none',
        lifted && 'opacity-80 shadow-lift outline-2 outline-accent',
        done && 'text-ink-3',
      )}
    >
      <span className="flex w-full min-w-0 items-center gap-1">
        <Icon aria-hidden className="size-3 shrink-0 text-ink-3" strokeWidth={1.75} />
        <span className="sr-only">{t(`crm.activity.types.${activity.type}`)}</span>
        {line && activity.due_at && (
          <span className={cx('tabular shrink-0', late ? 'text-overdue-ink' : 'text-ink-3')}>
            {formatTime(activity.due_at, format.zone)}
          </span>
        )}
        <span className={cx('truncate font-medium', late && 'text-overdue-ink', done && 'line-through')}>
          {activity.subject}
        </span>
        {late && <span className="sr-only">{t('activities.late')}</span>}
        {done && <span className="sr-only">{t('activities.status.completed')}</span>}
      </span>
      {!line && (
        <span className="tabular w-full truncate text-ink-3">
          {[times, about].filter(Boolean).join(' · ')}
        </span>
      )}
    </button>
  );
}
