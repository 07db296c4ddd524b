import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activityIcons } from '@/shared/activities/activityIcons';
import { stepTypes } from '@/shared/activities/activityTypes';
import { dayText } from '@/shared/activities/due';
import { mostInSubject } from '@/shared/activities/entry';
import type { Activity, ActivityCreate, ActivityType } from '@/shared/api/gen';
import { createActivity, deleteActivity } from '@/shared/api/gen/activities';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { instantAt } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { once } from '@/shared/lib/idempotency';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { clock } from './agendaDays';

/** A place on the agenda that is free to be written on. */
export interface Slot {
  day: string;
  /** Minutes of the day; absent: the day alone. */
  from?: number;
  /** How long, where that was drawn. */
  minutes?: number;
  /** What was typed there already. */
  typed?: string;
}

/** Words where they are to happen: Enter makes it. What has been typed stays until it is sent or given up. */
export function QuickEntry({ slot, ownerId, onClose }: { slot: Slot; ownerId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, from, minutes } = slot;
  const [subject, setSubject] = useState(slot.typed ?? '');
  const [type, setType] = useState<ActivityType>(minutes ? 'meeting' : 'task');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const failed = (error: unknown) => tellFailure(error, t);
  const remove = useWrite(
    (made: Activity) => deleteActivity({ ...stepOf(made), throwOnError: true }),
    ['activity'],
    { onError: failed },
  );
  const create = useWrite(
    (body: ActivityCreate) =>
      once(
        'createActivity agenda',
        body,
        async (headers) => (await createActivity({ headers, body, throwOnError: true })).data,
      ),
    ['activity'],
    {
      onDone: (made) => {
        toast.done(t('activities.created', { subject: made.subject }), {
          actions: [{ label: t('kit.undo'), run: () => remove.mutate(made) }],
        });
        onClose();
      },
      onError: failed,
    },
  );
  const when = from === undefined ? { due_on: day } : { due_at: instantAt(day, clock(from), format.zone) };
  const save = () => {
    const words = subject.trim();
    if (!words) field.current?.focus();
    else if (!create.isPending)
      create.mutate({ type, subject: words, owner_id: ownerId, duration_minutes: minutes ?? null, ...when });
  };
  return (
    <form
      aria-label={t('activities.composer.label')}
      className="flex w-64 flex-col gap-1.5 rounded-md border border-accent bg-raised p-2 shadow-lift"
      onPointerDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
      onBlur={(event) => {
        if (!subject.trim() && !event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <p className="tabular text-sm text-ink-2 first-letter:uppercase">
        {dayText(t, format, day)}
        {from !== undefined && ` ${clock(from)}`}
        {from !== undefined && minutes && `–${clock((from + minutes) % 1440)}`}
      </p>
      <input
        ref={field}
        value={subject}
        maxLength={mostInSubject}
        aria-label={t('fields.activity.subject')}
        placeholder={t('activities.composer.planned.task')}
        onChange={(event) => setSubject(event.currentTarget.value)}
        className="h-8 w-full rounded-sm border border-line bg-surface px-2 placeholder:text-ink-3"
      />
      <div className="flex items-center gap-1">
        {stepTypes.map((one) => {
          const Icon = activityIcons[one];
          return (
            <button
              key={one}
              type="button"
              aria-pressed={type === one}
              aria-label={t(`crm.activity.types.${one}`)}
              title={t(`crm.activity.types.${one}`)}
              onClick={() => setType(one)}
              className={cx(
                'flex size-7 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink',
                'aria-pressed:bg-accent-soft aria-pressed:text-on-accent-soft',
              )}
            >
              <Icon aria-hidden className="size-4" strokeWidth={1.75} />
            </button>
          );
        })}
        <span className="ml-auto">
          <Button type="submit" variant="primary" size="sm" busy={create.isPending}>
            {t('activities.composer.save')}
          </Button>
        </span>
      </div>
    </form>
  );
}
