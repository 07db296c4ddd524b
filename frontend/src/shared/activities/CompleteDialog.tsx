import { useTranslation } from 'react-i18next';
import type { ActivityCreate, ActivitySummary, ActivityType } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { day, fieldsOf, id, text } from '@/shared/forms/fieldKinds';
import { useFields } from '@/shared/forms/useFields';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useSubmit } from '@/shared/ui/Form';
import { stepTypes } from './activityTypes';
import { dueOf } from './due';
import { time } from './timeKind';
import type { Completion } from './useCompletion';

/** How it ended, and the next step if one is chosen. */
const fields = fieldsOf<ActivityCreate>()(
  { outcome: text(255), type: id, subject: text(255), due_on: day, due_at: time },
  (schema, t) =>
    schema.refine(({ type, subject }) => type === null || subject !== '', {
      path: ['subject'],
      message: t('kit.required'),
    }),
);

/** What came of it, and the next step if there is one: both are said with the completion, in one transaction. */
export function CompleteDialog({
  activity,
  complete,
  onClose,
}: {
  activity: ActivitySummary;
  complete: (completion: Completion) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useRecordForm(fields);
  const field = useFields(form, fields, (name: 'outcome') => t(`fields.activity.${name}`));
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const { outcome, type, subject, due_on, due_at } = fields.write(values);
    const due = dueOf(format, due_on ?? (due_at ? format.today() : ''), due_at);
    await complete({
      activity,
      outcome,
      ...(type && { next: { type: type as ActivityType, subject: subject ?? '', ...due } }),
    });
    onClose();
  });
  const next = form.watch('type') !== null;
  return (
    <FormDialog
      form={form}
      title={t('activities.complete.title')}
      description={activity.subject}
      submit={t('activities.check')}
      {...{ onSubmit, failure, onClose }}
    >
      {field('outcome', { wide: true, hint: t('activities.complete.outcomeHint') })}
      {field('type', {
        wide: true,
        label: t('activities.complete.next'),
        options: optionsOf(stepTypes, (type) => t(`crm.activity.types.${type}`)),
        none: t('activities.complete.noNext'),
      })}
      {next && field('subject', { wide: true, required: true })}
      {next && field('due_on', { label: t('activities.composer.day') })}
      {next && field('due_at', { placeholder: t('activities.timePlaceholder') })}
    </FormDialog>
  );
}
