import { lazy, Suspense, useContext } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { withTexts } from '@/shared/i18n';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { StorySlot } from '@/shared/ui/panelFrame';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { RecordStoryProps } from './RecordStory';

// The record is there first; what was done about it comes with words of its own.
const RecordStory = lazy(() =>
  withTexts(['activities', 'audit', 'billing', 'crm', 'customers', 'fields'], () => import('./RecordStory')),
);

/**
 * What is to be done about a record and what has happened to it: a part of its panel, or a card of its page, where it has the
 * column that is left for it. Its history
 * alone where nothing is to be done about such a record, or the person may not read it.
 */
export function RecordActivities({
  card,
  ...props
}: Omit<RecordStoryProps, 'level' | 'withActivities'> & { card?: boolean }) {
  const slot = useContext(StorySlot);
  const { t } = useTranslation();
  const withActivities = useCan()('crm.activities:read') && props.kind !== 'invoice';
  // A history alone brings its own title.
  const title = withActivities && t('shell.nav.activities');
  const timeline = (
    <Suspense fallback={<Skeleton className="h-28 w-full rounded-md" />}>
      <RecordStory key={props.id} level={card || slot ? 3 : 4} withActivities={withActivities} {...props} />
    </Suspense>
  );
  if (slot) return createPortal(<Card title={title}>{timeline}</Card>, slot);
  if (card) return <Card title={title}>{timeline}</Card>;
  return (
    <section className="border-t border-line pt-3">
      {title && <h3 className="mb-2 font-semibold">{title}</h3>}
      {timeline}
    </section>
  );
}
