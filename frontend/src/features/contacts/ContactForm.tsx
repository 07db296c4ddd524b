import { useTranslation } from 'react-i18next';
import { createContact } from '@/shared/api/gen/contacts';
import { useWrite } from '@/shared/api/useWrite';
import { FormDialog, FormField, TextField } from '@/shared/forms/FormDialog';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { CompanyPicker } from '@/shared/pickers/pickers';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { contactFields } from './contactFields';

export interface ContactFormProps {
  onClose: () => void;
  onDone: (contact: { id: string }) => void;
}

export function ContactForm({ onClose, onDone }: ContactFormProps) {
  const { t } = useTranslation();
  const form = useRecordForm(contactFields);
  const create = useWrite(
    async (values: typeof contactFields.empty) =>
      (await createContact({ body: contactFields.write(values), throwOnError: true })).data,
    ['contact'],
  );
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const contact = await create.mutateAsync(values);
    toast.done(t('crm.contact.created', { name: contact.name }));
    onDone(contact);
  });
  return (
    <FormDialog
      form={form}
      title={t('shell.new.contact')}
      submit={t('crm.contact.create')}
      {...{ onSubmit, failure, onClose }}
    >
      <TextField form={form} name="name" label={t('fields.contact.name')} required wide />
      <TextField form={form} name="email" label={t('fields.contact.email')} type="email" />
      <TextField form={form} name="phone" label={t('fields.contact.phone')} type="tel" />
      <FormField form={form} name="company_id" label={t('fields.contact.company_id')}>
        {({ value, onChange }) => <CompanyPicker create value={value} onChange={onChange} />}
      </FormField>
      <TextField form={form} name="position" label={t('fields.contact.position')} />
    </FormDialog>
  );
}
