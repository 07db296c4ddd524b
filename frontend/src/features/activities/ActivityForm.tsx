import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueOf } from '@/shared/activities/due';
import { createActivity } from '@/shared/api/gen/activities';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { activityFields } from './activityFields';
import { ruleText, usualRules } from './repeats';

/** The rules are those of the day: another day has others. */
const rulesOn = (day: string | null | undefined) =>
  day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? usualRules(day) : [];
const chosenRule = (day: string | null | undefined, chosen: string) =>
  rulesOn(day).includes(chosen) ? chosen : '';

export interface ActivityFormProps {
  onClose: () => void;
  onDone: (activity: { id: string }) => void;
}

export function ActivityForm({ onClose, onDone }: ActivityFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { user } = useProfile();
  const [repeats, setRepeats] = useState('');
  const { form, field, frame } = useSaveForm({
    fields: activityFields,
    label: (name: 'subject') => t(`fields.activity.${name}`),
    start: { owner_id: { id: user.id, label: user.name } },
    kinds: ['activity'],
    create: ({ due_on, due_at, ...rest }) => {
      // A note is done as it is written; a time without a day is one of today.
      const due = rest.type === 'note' ? {} : dueOf(format, due_on ?? (due_at ? format.today() : ''), due_at);
      const rule = rest.type === 'note' ? '' : chosenRule(due_on, repeats);
      const series = rule ? { repeats: rule } : {};
      return createActivity({ body: { ...rest, ...due, ...series }, throwOnError: true });
    },
    onDone: (activity) => {
      toast.done(t('activities.created', { subject: activity.subject }));
      onDone(activity);
    },
  });
  const note = form.watch('type') === 'note';
  const on = form.watch('due_on');
  const rules = note ? [] : rulesOn(on);
  return (
    <FormDialog {...frame} title={t('shell.new.activity')} submit={t('activities.create')} onClose={onClose}>
      {field('subject', { wide: true })}
      {field('type')}
      {field('owner_id')}
      {!note && field('due_on', { label: t('activities.composer.day') })}
      {!note && field('due_at', { placeholder: t('activities.timePlaceholder') })}
      {rules.length > 0 && (
        <Field label={t('fields.activity.repeats')}>
          <Select
            options={[
              { value: '', label: t('activities.repeats.none') },
              ...rules.map((each) => ({ value: each, label: ruleText(t, format, each) })),
            ]}
            value={chosenRule(on, repeats)}
            onChange={setRepeats}
          />
        </Field>
      )}
      {can('crm.deals:read') && field('deal_id')}
      {can('crm.leads:read') && field('lead_id')}
      {can('customers.customers:read') && field('customer_id')}
      {can('crm.contacts:read') && field('contact_id')}
      {field('description')}
    </FormDialog>
  );
}
