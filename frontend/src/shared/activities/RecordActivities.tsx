import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withTexts } from '@/shared/i18n';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { ActivityTimelineProps } from './ActivityTimeline';

// The record is there first; what was done about it comes with words of its own.
const ActivityTimeline = lazy(() =>
  withTexts(['activities', 'crm', 'fields'], () => import('./ActivityTimeline')),
);

/** The activities of a record: a part of its panel, or a card of its page. Nothing for who may not read them. */
export function RecordActivities({
  card,
  ...props
}: Omit<ActivityTimelineProps, 'level'> & { card?: boolean }) {
  const { t } = useTranslation();
  const can = useCan();
  if (!can('crm.activities:read')) return null;
  const title = t('shell.nav.activities');
  const timeline = (
    <Suspense fallback={<Skeleton className="h-28 w-full rounded-md" />}>
      <ActivityTimeline key={props.id} level={card ? 3 : 4} {...props} />
    </Suspense>
  );
  if (card) return <Card title={title}>{timeline}</Card>;
  return (
    <section className="border-t border-line pt-3">
      <h3 className="mb-2 font-semibold">{title}</h3>
      {timeline}
    </section>
  );
}
