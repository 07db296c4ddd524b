import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import RecordTimeline, { type RecordTimelineProps } from '@/shared/timeline/RecordTimeline';
import ActivityTimeline, { type ActivityTimelineProps } from './ActivityTimeline';

export interface RecordStoryProps
  extends Omit<RecordTimelineProps, 'level'>,
    Pick<ActivityTimelineProps, 'also' | 'level'> {
  /** With what is to be done about it. */
  withActivities: boolean;
}

/** What `RecordActivities` fetches. */
export default function RecordStory({ withActivities, kind, also, level, ...props }: RecordStoryProps) {
  const { t } = useTranslation();
  const title = useId();
  if (withActivities && kind !== 'invoice')
    return <ActivityTimeline kind={kind} also={also} level={level} {...props} />;
  const Heading = level === 3 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={title}>
      <Heading id={title} className="mb-2 font-semibold">
        {t('activities.timeline.title')}
      </Heading>
      <RecordTimeline kind={kind} level={level} {...props} />
    </section>
  );
}
