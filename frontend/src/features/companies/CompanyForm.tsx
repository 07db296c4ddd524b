import { useTranslation } from 'react-i18next';
import { createCompany } from '@/shared/api/gen/companies';
import { CustomInputs } from '@/shared/custom/CustomInputs';
import { SimilarRecords } from '@/shared/duplicates/SimilarRecords';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';
import { companyFields } from './companyFields';

export interface CompanyFormProps {
  onClose: () => void;
  onDone: (company: { id: string }) => void;
}

export function CompanyForm({ onClose, onDone }: CompanyFormProps) {
  const { t } = useTranslation();
  const { form, field, frame } = useSaveForm({
    fields: companyFields,
    label: (name: 'name') => t(`fields.company.${name}`),
    kinds: ['company'],
    create: (body) => createCompany({ body, throwOnError: true }),
    onDone: (company) => {
      toast.done(t('crm.company.created', { name: company.name }));
      onDone(company);
    },
  });
  return (
    <FormDialog {...frame} title={t('shell.new.company')} submit={t('crm.company.create')} onClose={onClose}>
      {field('name', { wide: true })}
      {field('tax_id')}
      {field('industry')}
      {field('domain', { placeholder: 'empresa.com.br' })}
      {field('phone')}
      <CustomInputs form={form} kind="companies" />
      <SimilarRecords kind="company" form={form} />
    </FormDialog>
  );
}
