import { useTranslation } from 'react-i18next';
import { createContact } from '@/shared/api/gen/contacts';
import { CustomInputs } from '@/shared/custom/CustomInputs';
import { SimilarRecords } from '@/shared/duplicates/SimilarRecords';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';
import { contactFields } from './contactFields';

export interface ContactFormProps {
  onClose: () => void;
  onDone: (contact: { id: string }) => void;
}

export function ContactForm({ onClose, onDone }: ContactFormProps) {
  const { t } = useTranslation();
  const { form, field, frame } = useSaveForm({
    fields: contactFields,
    label: (name: 'name') => t(`fields.contact.${name}`),
    kinds: ['contact'],
    create: (body) => createContact({ body, throwOnError: true }),
    onDone: (contact) => {
      toast.done(t('crm.contact.created', { name: contact.name }));
      onDone(contact);
    },
  });
  return (
    <FormDialog {...frame} title={t('shell.new.contact')} submit={t('crm.contact.create')} onClose={onClose}>
      {field('name', { wide: true })}
      {field('email')}
      {field('phone')}
      {field('company_id', { create: true })}
      {field('position')}
      <CustomInputs form={form} kind="contacts" />
      <SimilarRecords kind="contact" form={form} />
    </FormDialog>
  );
}
