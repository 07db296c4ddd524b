import { useTranslation } from 'react-i18next';
import { dueOf } from '@/shared/activities/due';
import { createActivity } from '@/shared/api/gen/activities';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useCan, useProfile } from '@/shared/session/useSession';
import { toast } from '@/shared/ui/toast';
import { activityFields } from './activityFields';

export interface ActivityFormProps {
  onClose: () => void;
  onDone: (activity: { id: string }) => void;
}

export function ActivityForm({ onClose, onDone }: ActivityFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { user } = useProfile();
  const { form, field, frame } = useSaveForm({
    fields: activityFields,
    label: (name: 'subject') => t(`fields.activity.${name}`),
    start: { owner_id: { id: user.id, label: user.name } },
    kinds: ['activity'],
    create: ({ due_on, due_at, ...rest }) => {
      // A note is done as it is written; a time without a day is one of today.
      const due = rest.type === 'note' ? {} : dueOf(format, due_on ?? (due_at ? format.today() : ''), due_at);
      return createActivity({ body: { ...rest, ...due }, throwOnError: true });
    },
    onDone: (activity) => {
      toast.done(t('activities.created', { subject: activity.subject }));
      onDone(activity);
    },
  });
  const note = form.watch('type') === 'note';
  return (
    <FormDialog {...frame} title={t('shell.new.activity')} submit={t('activities.create')} onClose={onClose}>
      {field('subject', { wide: true })}
      {field('type')}
      {field('owner_id')}
      {!note && field('due_on', { label: t('activities.composer.day') })}
      {!note && field('due_at', { placeholder: t('activities.timePlaceholder') })}
      {can('crm.deals:read') && field('deal_id')}
      {can('crm.leads:read') && field('lead_id')}
      {can('customers.customers:read') && field('customer_id')}
      {can('crm.contacts:read') && field('contact_id')}
      {field('description')}
    </FormDialog>
  );
}
