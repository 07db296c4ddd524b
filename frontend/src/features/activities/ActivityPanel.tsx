import { Check, MoreHorizontal, RotateCcw, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutLinks } from '@/shared/activities/AboutLinks';
import { aboutKinds } from '@/shared/activities/about';
import { stepTypes } from '@/shared/activities/activityTypes';
import { dueOf, isLate } from '@/shared/activities/due';
import { isTime } from '@/shared/activities/TimeInput';
import { TypeIcon } from '@/shared/activities/TypeIcon';
import { useCompletion } from '@/shared/activities/useCompletion';
import type { Activity, ActivityPatch } from '@/shared/api/gen';
import { deleteActivity, updateActivity } from '@/shared/api/gen/activities';
import { getActivityOptions } from '@/shared/api/gen/activities/query';
import { named, names } from '@/shared/api/names';
import { stepOf } from '@/shared/api/version';
import { RecordFiles } from '@/shared/files/RecordFiles';
import { formatTime, readTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart } from '@/shared/lib/lazyPart';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useFacts } from '@/shared/records/RecordFacts';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { type Step, useSteps } from '@/shared/records/useSteps';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { EditableDate, EditableText, Fact } from '@/shared/ui/Editable';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { toast } from '@/shared/ui/toast';
import { reminderText, ruleText, usualReminders, usualRules } from './repeats';

const CompleteDialog = lazyPart(
  async () => (await import('@/shared/activities/CompleteDialog')).CompleteDialog,
);

export function ActivityPanel({ activityId, onClose }: { activityId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const writable = useCan()('crm.activities:write');
  const { query, save } = useRecordEditor<Activity, ActivityPatch>(
    getActivityOptions(named('activity', activityId)),
    (request) => updateActivity({ ...request, query: names.activity, throwOnError: true }),
    'activity',
  );
  const completion = useCompletion();
  const activity = query.data;
  const remove: Step<unknown> | undefined = activity && {
    elsewhere: true,
    label: t('activities.delete'),
    variant: 'danger',
    ask: {
      title: t('activities.delete'),
      text: t('activities.deleteText', { subject: activity.subject }),
    },
    run: () => deleteActivity({ ...stepOf(activity), throwOnError: true }),
    onDone: () => {
      toast.done(t('activities.deleted', { subject: activity.subject }));
      onClose();
    },
  };
  const { buttons, dialog, start } = useSteps<unknown>({
    kinds: ['activity'],
    steps: [
      remove,
      activity?.status === 'open' && {
        label: t('activities.check'),
        icon: Check,
        variant: 'primary',
        form: (close) => (
          <CompleteDialog activity={activity} complete={completion.complete} onClose={close} />
        ),
      },
    ],
  });
  return (
    <>
      <RecordPanel
        query={query}
        onClose={onClose}
        title={(record) => record.subject}
        subtitle={(record) => (
          <span className="flex items-center gap-1.5">
            <TypeIcon type={record.type} />
            <span className="truncate">
              <AboutLinks activity={record} most={6} />
            </span>
          </span>
        )}
        actions={
          writable &&
          activity && (
            <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label={t('kit.more')} />}>
              <MenuItem icon={Trash2} danger onSelect={() => remove && start(remove)}>
                {t('activities.delete')}
              </MenuItem>
            </Menu>
          )
        }
        footer={
          writable &&
          activity &&
          (activity.status === 'open'
            ? buttons
            : activity.type !== 'note' && (
                <Button icon={RotateCcw} onClick={() => completion.reopen(activity)}>
                  {t('activities.reopen')}
                </Button>
              ))
        }
      >
        {(record) => <ActivityFacts activity={record} save={save} locked={!writable} />}
      </RecordPanel>
      {dialog}
    </>
  );
}

interface FactsProps {
  activity: Activity;
  save: (patch: ActivityPatch) => Promise<unknown>;
  locked: boolean;
}

function ActivityFacts({ activity, save, locked }: FactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const label = (field: 'subject') => t(`fields.activity.${field}`);
  const f = useFacts({ record: activity, label, save, locked });
  const time = activity.due_at ? formatTime(activity.due_at, format.zone) : '';
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        {activity.status === 'completed' && (
          <>
            {f.instant('completed_at')}
            {activity.completed_by && (
              <Fact label={t('fields.activity.completed_by_id')}>{activity.completed_by.name}</Fact>
            )}
            {activity.type !== 'note' && f.text('outcome')}
          </>
        )}
        {f.required('subject')}
        {activity.type === 'note' ? (
          <Fact label={t('fields.activity.type')}>{t('crm.activity.types.note')}</Fact>
        ) : (
          f.choice(
            'type',
            optionsOf(stepTypes, (type) => t(`crm.activity.types.${type}`)),
          )
        )}
        {activity.type !== 'note' && (
          <>
            <EditableDate
              label={t('fields.activity.due_on')}
              value={activity.due_on ?? ''}
              disabled={locked}
              hint={
                isLate(activity, format) && <span className="text-overdue-ink">{t('activities.late')}</span>
              }
              onSave={(day) => save(dueOf(format, day, time || null))}
            />
            <EditableText
              label={t('fields.activity.due_at')}
              value={time}
              disabled={locked}
              check={(typed) => (typed === '' || isTime(typed) ? undefined : t('activities.badTime'))}
              onSave={(typed) => save(dueOf(format, activity.due_on ?? format.today(), readTime(typed)))}
            />
          </>
        )}
        {activity.type !== 'note' && (
          <EditableText
            label={t('fields.activity.duration_minutes')}
            value={activity.duration_minutes ? String(activity.duration_minutes) : ''}
            disabled={locked}
            check={(typed) =>
              typed === '' || (/^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 10_080)
                ? undefined
                : t('activities.badMinutes')
            }
            onSave={(typed) => save({ duration_minutes: typed ? Number(typed) : null })}
          />
        )}
        {activity.status === 'open' &&
          (activity.due_on || activity.repeats) &&
          f.choice(
            'repeats',
            [
              { value: '', label: t('activities.repeats.none') },
              ...withPresent(usualRules(activity.due_on ?? format.today()), activity.repeats).map((rule) => ({
                value: rule,
                label: ruleText(t, format, rule),
              })),
            ],
            { write: (rule) => rule || null },
          )}
        {activity.status === 'open' &&
          activity.due_at &&
          f.choice(
            'reminder_minutes',
            [
              { value: '', label: t('activities.reminder.none') },
              ...withPresent(usualReminders, activity.reminder_minutes).map((minutes) => ({
                value: String(minutes),
                label: reminderText(t, minutes),
              })),
            ],
            {
              value: String(activity.reminder_minutes ?? ''),
              write: (minutes) => (minutes ? Number(minutes) : null),
            },
          )}
        {f.record('owner_id', 'user', activity.owner)}
        {f.notes('description')}
      </div>
      <div className="flex flex-col gap-1 border-t border-line pt-3">
        {aboutKinds
          .filter((kind) => can(resourceOf(kind).read))
          .map((kind) => (
            <Fragment key={kind}>{f.record(`${kind}_id`, kind, activity[kind])}</Fragment>
          ))}
      </div>
      <div className="border-t border-line pt-3">{f.instant('created_at')}</div>
      <RecordFiles kind="activity" id={activity.id} />
    </div>
  );
}

/** What is offered, and what is said already if it is something else. */
const withPresent = <T,>(usual: readonly T[], present: T | null | undefined): T[] =>
  present === null || present === undefined || usual.includes(present) ? [...usual] : [...usual, present];
