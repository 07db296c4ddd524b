import { useTranslation } from 'react-i18next';
import { createCompany } from '@/shared/api/gen/companies';
import { useWrite } from '@/shared/api/useWrite';
import { FormDialog, TaxIdField, TextField } from '@/shared/forms/FormDialog';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { companyFields } from './companyFields';

export interface CompanyFormProps {
  onClose: () => void;
  onDone: (company: { id: string }) => void;
}

export function CompanyForm({ onClose, onDone }: CompanyFormProps) {
  const { t } = useTranslation();
  const form = useRecordForm(companyFields);
  const create = useWrite(
    async (values: typeof companyFields.empty) =>
      (await createCompany({ body: companyFields.write(values), throwOnError: true })).data,
    ['company'],
  );
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const company = await create.mutateAsync(values);
    toast.done(t('crm.company.created', { name: company.name }));
    onDone(company);
  });
  return (
    <FormDialog
      form={form}
      title={t('shell.new.company')}
      submit={t('crm.company.create')}
      {...{ onSubmit, failure, onClose }}
    >
      <TextField form={form} name="name" label={t('fields.company.name')} required wide />
      <TaxIdField form={form} name="tax_id" label={t('fields.company.tax_id')} />
      <TextField form={form} name="industry" label={t('fields.company.industry')} />
      <TextField form={form} name="domain" label={t('fields.company.domain')} placeholder="empresa.com.br" />
      <TextField form={form} name="phone" label={t('fields.company.phone')} type="tel" />
    </FormDialog>
  );
}
