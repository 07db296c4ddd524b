import { Link, type LinkProps } from '@tanstack/react-router';
import { BellOff, Check, CheckCheck, Circle, Settings } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notification } from '@/shared/api/gen';
import { readAllNotifications, readNotification, unreadNotification } from '@/shared/api/gen/notifications';
import { listNotificationsInfiniteOptions } from '@/shared/api/gen/notifications/query';
import { rowsOf } from '@/shared/api/pages';
import { useWrite } from '@/shared/api/useWrite';
import { addDays } from '@/shared/format/date';
import { formatTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { MoreRows } from '@/shared/records/MoreRows';
import { useRows } from '@/shared/records/useRows';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { iconOf, placeOfNotification, sentenceOf } from './notificationKinds';

export interface NotificationPanelProps {
  /** Whether there is anything to mark as read. */
  unread: boolean;
  /** Somebody goes to what is told of. */
  onLeave: () => void;
}

/** What a person was told, the latest first, by days. */
export function NotificationPanel({ unread, onLeave }: NotificationPanelProps) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<'unread' | null>(null);
  const query = useRows<Notification>(
    listNotificationsInfiniteOptions({
      query: { limit: 50, status: only ? [only] : undefined },
    }),
  );
  const rows = rowsOf(query.data);
  const region = useScrollRegion(t('notifications.title'));
  const readAll = useWrite(
    (until: string) => readAllNotifications({ body: { until }, throwOnError: true }),
    ['notification'],
    { onError: (error) => tellFailure(error, t) },
  );
  const newest = rows[0]?.created_at;
  return (
    <>
      <div className="flex items-center gap-1 border-b border-line px-3 py-2">
        <h2 className="mr-auto font-semibold">{t('notifications.title')}</h2>
        <IconButton
          icon={CheckCheck}
          label={t('notifications.readAll')}
          disabled={!unread || !newest || readAll.isPending}
          onClick={() => newest && readAll.mutate(newest)}
        />
        <Link
          to="/settings/profile"
          hash="notifications"
          aria-label={t('notifications.settings')}
          title={t('notifications.settings')}
          onClick={onLeave}
          className="inline-flex size-8 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Settings aria-hidden className="size-4" strokeWidth={1.75} />
        </Link>
      </div>
      <fieldset aria-label={t('notifications.filter')} className="flex gap-0.5 px-2 pt-2">
        {([null, 'unread'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={only === one}
            onClick={() => setOnly(one)}
            className="h-6.5 rounded-sm px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-neutral-soft aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-10"
          >
            {t(one ? 'notifications.unread' : 'notifications.all')}
          </button>
        ))}
      </fieldset>
      <div ref={region} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-1.5">
        {query.error && !query.data ? (
          <ErrorState error={query.error} onRetry={() => query.refetch()} />
        ) : query.isPending ? (
          <div className="flex flex-col gap-3 p-3">
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
            <Skeleton className="h-9" />
          </div>
        ) : rows.length === 0 && !query.hasNextPage ? (
          <EmptyState
            icon={BellOff}
            title={t(only ? 'notifications.allRead' : 'notifications.empty')}
            text={t(only ? 'notifications.allReadText' : 'notifications.emptyText')}
          />
        ) : (
          <>
            <Days rows={rows} onLeave={onLeave} />
            <div className="px-2">
              <MoreRows query={query} />
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** Arrows go from one to the next. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-notification]')];
  const at = all.findIndex((each) => each.parentElement?.contains(document.activeElement));
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
  event.preventDefault();
}

function Days({ rows, onLeave }: { rows: Notification[]; onLeave: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.today();
  const days = new Map<string, Notification[]>();
  for (const row of rows) {
    const day = format.day(row.created_at);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  const called = (day: string) =>
    day === today
      ? t('notifications.today')
      : day === addDays(today, -1)
        ? t('notifications.yesterday')
        : format.nearDate(day);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links in it
    <div onKeyDown={walk}>
      {[...days].map(([day, told]) => (
        <section key={day} aria-label={called(day)}>
          <h3 className="px-2 pt-2.5 pb-1 text-sm font-medium text-ink-3 first-letter:uppercase">
            {called(day)}
          </h3>
          <ul>
            {told.map((one) => (
              <Item key={one.id} one={one} onLeave={onLeave} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ one, onLeave }: { one: Notification; onLeave: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isUnread = one.status === 'unread';
  const mark = useWrite(
    (read: boolean) =>
      (read ? readNotification : unreadNotification)({ path: { id: one.id }, throwOnError: true }),
    ['notification'],
    { onError: (error) => tellFailure(error, t) },
  );
  const Icon = iconOf(one.kind);
  const place = placeOfNotification(one);
  const { amount_cents, currency, refused_count } = one.details;
  const more = [
    one.about?.name,
    amount_cents !== null && currency && format.money(amount_cents, currency),
    !!refused_count &&
      t('notifications.refused', { count: format.number(refused_count) as unknown as number }),
    formatTime(one.created_at, format.zone),
  ];
  const open = () => {
    if (isUnread) mark.mutate(true);
    if (place) onLeave();
  };
  const shown = (
    <>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="min-w-0 flex-1">
        <span className={cx('line-clamp-2 wrap-anywhere', isUnread ? 'font-medium text-ink' : 'text-ink-2')}>
          {isUnread && <span className="sr-only">{t('notifications.isUnread')} </span>}
          {sentenceOf(one, t, format)}
        </span>
        <span className="block truncate text-sm text-ink-3 tabular">{more.filter(Boolean).join(' · ')}</span>
      </span>
    </>
  );
  const look = 'flex min-w-0 flex-1 gap-2.5 rounded-sm px-2 py-1.5 text-left';
  return (
    <li className="group flex items-start rounded-sm hover:bg-hover">
      {place ? (
        <Link {...(place as LinkProps)} data-notification="" className={look} onClick={open}>
          {shown}
        </Link>
      ) : (
        <button type="button" data-notification="" className={look} onClick={open}>
          {shown}
        </button>
      )}
      <span className="relative m-1 flex size-6 shrink-0 items-center justify-center">
        {isUnread && (
          <span
            aria-hidden
            className="size-2 rounded-full bg-accent group-focus-within:invisible group-hover:invisible"
          />
        )}
        <IconButton
          size="sm"
          icon={isUnread ? Check : Circle}
          label={t(isUnread ? 'notifications.read' : 'notifications.unreadAgain')}
          className="absolute! inset-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
          onClick={() => mark.mutate(isUnread)}
        />
      </span>
    </li>
  );
}
