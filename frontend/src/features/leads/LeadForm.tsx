import { useTranslation } from 'react-i18next';
import { createLead } from '@/shared/api/gen/leads';
import { useWrite } from '@/shared/api/useWrite';
import {
  ChoiceField,
  FormDialog,
  FormField,
  NotesField,
  TagsField,
  TextField,
} from '@/shared/forms/FormDialog';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { OwnerSelect } from '@/shared/pickers/pickers';
import { useProfile } from '@/shared/session/useSession';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { leadFields } from './leadFields';
import { useSourceOptions } from './useSourceName';

export interface LeadFormProps {
  onClose: () => void;
  onDone: (lead: { id: string }) => void;
}

export function LeadForm({ onClose, onDone }: LeadFormProps) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const sources = useSourceOptions();
  const form = useRecordForm(leadFields, { owner_id: user.id });
  const create = useWrite(
    async (values: typeof leadFields.empty) =>
      (await createLead({ body: leadFields.write(values), throwOnError: true })).data,
    ['lead'],
  );
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const lead = await create.mutateAsync(values);
    toast.done(t('crm.lead.created', { name: lead.name }));
    onDone(lead);
  });
  return (
    <FormDialog
      form={form}
      title={t('shell.new.lead')}
      submit={t('crm.lead.create')}
      {...{ onSubmit, failure, onClose }}
    >
      <TextField form={form} name="name" label={t('fields.lead.name')} required wide />
      <TextField form={form} name="email" label={t('fields.lead.email')} type="email" />
      <TextField form={form} name="phone" label={t('fields.lead.phone')} type="tel" />
      <TextField form={form} name="company_name" label={t('fields.lead.company_name')} />
      <ChoiceField
        form={form}
        name="source"
        label={t('fields.lead.source')}
        options={sources}
        placeholder="—"
      />
      <FormField form={form} name="owner_id" label={t('fields.lead.owner_id')}>
        {({ value, onChange }) => <OwnerSelect value={value} name={user.name} onChange={onChange} />}
      </FormField>
      <TagsField form={form} name="tags" label={t('fields.lead.tags')} />
      <NotesField form={form} name="notes" label={t('fields.lead.notes')} />
    </FormDialog>
  );
}
