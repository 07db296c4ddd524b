import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/api/gen';
import { createCustomer, updateCustomer } from '@/shared/api/gen/customers';
import { getCustomerQueryKey } from '@/shared/api/gen/customers/query';
import { CustomInputs } from '@/shared/custom/CustomInputs';
import { SimilarRecords } from '@/shared/duplicates/SimilarRecords';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { toast } from '@/shared/ui/toast';
import { customerFields, kindOf } from './customerFields';

export interface CustomerFormProps {
  /** The customer to edit as it is on the server now; absent: a new one. */
  customer?: Customer;
  onClose: () => void;
  onDone: (customer: Customer) => void;
}

export function CustomerForm({ customer, onClose, onDone }: CustomerFormProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { form, field, frame } = useSaveForm({
    fields: customerFields,
    label: (name: 'name') => t(`fields.customer.${name}`),
    kinds: ['customer'],
    create: (body) => createCustomer({ body, throwOnError: true }),
    edit: { record: customer, update: (request) => updateCustomer({ ...request, throwOnError: true }) },
    keep: ({ id }) => getCustomerQueryKey({ path: { id } }),
    options: { account_manager_id: useUserOptions() },
    onDone: (saved) => {
      toast.done(t(customer ? 'customers.form.saved' : 'customers.form.created'), { detail: saved.name });
      onDone(saved);
    },
  });
  return (
    <FormDialog
      {...frame}
      title={t(customer ? 'customers.form.editTitle' : 'shell.new.customer')}
      submit={t(customer ? 'kit.save' : 'customers.form.create')}
      onClose={onClose}
    >
      {field('name', { wide: true })}
      {field('tax_id', {
        hint: t('customers.form.taxIdHint'),
        onTyped: (typed: string) =>
          form.setValue('kind', kindOf(typed, form.getValues('kind')), { shouldDirty: true }),
      })}
      {field('kind')}
      {customerFields.lines.map((name) => field(name))}
      {can('people.users:read') && field('account_manager_id')}
      {can('crm.companies:read') && field('company_id')}
      <CustomInputs form={form} kind="customers" />
      {field('notes')}
      <SimilarRecords kind="customer" form={form} exceptId={customer?.id} />
    </FormDialog>
  );
}
