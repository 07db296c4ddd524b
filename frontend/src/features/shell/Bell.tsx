import { Popover } from '@base-ui/react/popover';
import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countUnreadNotificationsOptions } from '@/shared/api/gen/notifications/query';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { NotificationPanel } from './NotificationPanel';

/** How much there is to read, at any moment, and what it is. */
export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useLiveQuery('notification');
  const unread = useQuery(countUnreadNotificationsOptions()).data;
  const count = unread?.unread_count ?? 0;
  const formatted = unread?.more ? '99+' : String(count);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={
          count === 0
            ? t('notifications.bellNone')
            : count === 1
              ? t('notifications.bellOne')
              : t('notifications.bell', { formatted })
        }
        className="relative inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover pointer-coarse:before:absolute pointer-coarse:before:-inset-1.5 pointer-coarse:before:content-['']"
      >
        <BellIcon aria-hidden className="size-4" strokeWidth={1.75} />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute -top-0.5 -right-1 min-w-4 rounded-full bg-ink px-1 text-center text-[10px] leading-4 font-semibold text-surface tabular"
          >
            {formatted}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          sideOffset={6}
          align="end"
          collisionPadding={8}
          className="z-50 max-w-(--available-width) outline-none"
        >
          <Popover.Popup
            aria-label={t('notifications.title')}
            className="flex max-h-[min(36rem,var(--available-height))] w-100 max-w-full origin-(--transform-origin) flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none transition-[opacity,scale] duration-100 data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0"
          >
            <NotificationPanel unread={count > 0} onLeave={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
