import { lazy, Suspense, useContext } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { RecordFiles } from '@/shared/files/RecordFiles';
import { withTexts } from '@/shared/i18n';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { StorySlot } from '@/shared/ui/panelFrame';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { RecordStoryProps } from './RecordStory';

// The record is there first; what was done about it comes with words of its own.
const RecordStory = lazy(() =>
  withTexts(
    ['activities', 'audit', 'billing', 'crm', 'customers', 'fields', 'files'],
    () => import('./RecordStory'),
  ),
);

/**
 * The files of a record, what is to be done about it and what has happened to it: a part of its panel, or a card of its page,
 * where the last two have the column that is left for them. Its history
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
  const files = <RecordFiles kind={props.kind} id={props.id} card={card} />;
  const whole = <Card title={title}>{timeline}</Card>;
  if (slot || card)
    return (
      <>
        {files}
        {slot ? createPortal(whole, slot) : whole}
      </>
    );
  return (
    <>
      {files}
      <section className="border-t border-line pt-3">
        {title && <h3 className="mb-2 font-semibold">{title}</h3>}
        {timeline}
      </section>
    </>
  );
}
