import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endCalendarFeed, renewCalendarFeed } from '@/shared/api/gen/calendar-feed';
import { getCalendarFeedOptions } from '@/shared/api/gen/calendar-feed/query';
import { useWrite } from '@/shared/api/useWrite';
import { useFormat } from '@/shared/format/useFormat';
import { once } from '@/shared/lib/idempotency';
import { Button } from '@/shared/ui/Button';
import { CopyField } from '@/shared/ui/CopyField';
import { Dialog } from '@/shared/ui/Dialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';

/** The address by which other calendars show what one has to do: made, renewed and ended here, told this once. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [address, setAddress] = useState<string | null>(null);
  const query = useQuery(getCalendarFeedOptions());
  const failed = (error: unknown) => tellFailure(error, t);
  const renew = useWrite(
    () =>
      once(
        'renewCalendarFeed',
        {},
        async (headers) => (await renewCalendarFeed({ headers, throwOnError: true })).data,
      ),
    ['calendar_feed'],
    { onDone: ({ url }) => setAddress(url), onError: failed },
  );
  const end = useWrite(() => endCalendarFeed({ throwOnError: true }), ['calendar_feed'], {
    onDone: () => {
      setAddress(null);
      toast.done(t('activities.feed.ended'));
    },
    onError: failed,
  });
  const active = query.data?.status === 'active';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('activities.feed.title')}
      description={t('activities.feed.text')}
      footer={
        <>
          {active && (
            <Button variant="danger" busy={end.isPending} onClick={() => end.mutate(undefined)}>
              {t('activities.feed.end')}
            </Button>
          )}
          <Button
            variant={active ? 'secondary' : 'primary'}
            busy={renew.isPending}
            disabled={!query.data}
            onClick={() => renew.mutate(undefined)}
          >
            {t(active ? 'activities.feed.renew' : 'activities.feed.make')}
          </Button>
        </>
      }
    >
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton className="h-8" />
      ) : (
        <div className="flex flex-col gap-3">
          {address && (
            <>
              <CopyField
                label={t('activities.feed.address')}
                value={address}
                copied={t('activities.feed.copied')}
              />
              <p className="text-ink-2">{t('activities.feed.keep')}</p>
            </>
          )}
          {active && !address && (
            <p className="text-ink-2">
              {t('activities.feed.since', { when: format.dateTime(query.data.created_at) })}{' '}
              {query.data.last_used_at
                ? t('activities.feed.used', { when: format.dateTime(query.data.last_used_at) })
                : t('activities.feed.unused')}
            </p>
          )}
          {active && <p className="text-sm text-ink-3">{t('activities.feed.renewHint')}</p>}
        </div>
      )}
    </Dialog>
  );
}
