import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityCompletion, ActivitySummary, CompletedActivity } from '@/shared/api/gen';
import { completeActivity, deleteActivity, reopenActivity } from '@/shared/api/gen/activities';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { dueText } from './due';

/** What was done, how it ended, and what is next. */
export interface Completion extends ActivityCompletion {
  activity: ActivitySummary;
}

const writeCompletion = async ({ activity, ...body }: Completion) =>
  (await completeActivity({ ...writeTo(activity, body), throwOnError: true })).data;

/**
 * Says that something was done, and takes it back. What is ticked looks done at once, and the message that tells it offers
 * the way back.
 */
export function useCompletion() {
  const { t } = useTranslation();
  const format = useFormat();
  // By version: one that is open again is another version, and looks open.
  const [ticked, setTicked] = useState<ReadonlyMap<string, number>>(new Map());
  const failed = (error: unknown) => tellFailure(error, t);
  const takeBack = useWrite(
    async ({ activity, next }: CompletedActivity) => {
      // First the step: when somebody has changed it meanwhile, nothing is taken back.
      if (next) await deleteActivity({ ...stepOf(next), throwOnError: true });
      await reopenActivity({ ...stepOf(activity), throwOnError: true });
    },
    ['activity'],
    { onError: failed },
  );
  const complete = useWrite(writeCompletion, ['activity'], {
    onDone: (done) =>
      toast.done(t('activities.completed', { subject: done.activity.subject }), {
        detail: done.next
          ? t('activities.completedNext', { subject: done.next.subject })
          : done.repeated
            ? t('activities.repeated', { when: dueText(t, format, done.repeated) })
            : undefined,
        actions: [{ label: t('kit.undo'), run: () => takeBack.mutate(done) }],
      }),
  });
  const again = useWrite(writeCompletion, ['activity'], { onError: failed });
  const open = useWrite(
    async (closed: ActivitySummary) => (await reopenActivity({ ...stepOf(closed), throwOnError: true })).data,
    ['activity'],
    {
      onDone: (activity, { outcome, completed_at }) =>
        toast.done(t('activities.reopened', { subject: activity.subject }), {
          actions: [{ label: t('kit.undo'), run: () => again.mutate({ activity, outcome, completed_at }) }],
        }),
      onError: failed,
    },
  );
  const isDone = ({ id, status, version }: ActivitySummary) =>
    status === 'completed' || ticked.get(id) === version;
  const tick = (activity: ActivitySummary) => {
    const { id, version } = activity;
    if (isDone(activity)) return;
    setTicked((before) => new Map(before).set(id, version));
    complete.mutateAsync({ activity }).catch((error) => {
      setTicked((before) => new Map([...before].filter(([other]) => other !== id)));
      failed(error);
    });
  };
  return {
    isDone,
    tick,
    reopen: (activity: ActivitySummary) => open.mutate(activity),
    /** Ticked, or taken back: what the round box of a row does. */
    toggle: (activity: ActivitySummary) =>
      activity.status === 'completed' ? open.mutate(activity) : tick(activity),
    complete: complete.mutateAsync,
  };
}
