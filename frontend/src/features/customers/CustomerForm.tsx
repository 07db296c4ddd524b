import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { createCustomer, updateCustomer } from '@/shared/api/gen/customers';
import { getCustomerQueryKey } from '@/shared/api/gen/customers/query';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { formatTaxId } from '@/shared/format/taxId';
import {
  ChoiceField,
  FormDialog,
  FormField,
  LineFields,
  NotesField,
  TaxIdField,
  TextField,
} from '@/shared/forms/FormDialog';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { useUserOptions } from '@/shared/pickers/options';
import { CompanyPicker, OwnerSelect } from '@/shared/pickers/pickers';
import { useCan } from '@/shared/session/useSession';
import { customerKinds } from '@/shared/states/states';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { type CustomerValues, customerFields, kindOf } from './customerFields';

export interface CustomerFormProps {
  /** The customer to edit as it is on the server now; absent: a new one. */
  customer?: Customer;
  onClose: () => void;
  onDone: (customer: Customer) => void;
}

export function CustomerForm({ customer, onClose, onDone }: CustomerFormProps) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const changes = useChanges(customer);
  const form = useRecordForm(customerFields, customer && customerFields.read(customer));
  const company = useQuery({
    ...getCompanyOptions({ path: { id: customer?.company_id ?? '' } }),
    enabled: Boolean(customer?.company_id) && can('crm.companies:read'),
  });
  const save = useWrite(
    async (values: CustomerValues) =>
      customer && changes.opened
        ? await updateCustomer({
            ...writeTo(customer, customerFields.patch(changes.opened, values)),
            throwOnError: true,
          })
        : await createCustomer({ body: customerFields.write(values), throwOnError: true }),
    ['customer'],
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    client.setQueryData(getCustomerQueryKey({ path: { id: saved.id } }), saved);
    toast.done(t(customer ? 'customers.form.saved' : 'customers.form.created'), { detail: saved.name });
    onDone(saved);
  });

  return (
    <FormDialog
      form={form}
      title={t(customer ? 'customers.form.editTitle' : 'customers.form.createTitle')}
      submit={t(customer ? 'kit.save' : 'customers.form.create')}
      failure={failure}
      changes={changes.list}
      onTake={() => {
        if (!customer) return;
        form.reset(customerFields.read(customer, company.data?.name));
        changes.take();
        setFailure(null);
      }}
      {...{ onSubmit, onClose }}
    >
      <TextField form={form} name="name" label={t('fields.customer.name')} most={200} required wide />
      <TaxIdField
        form={form}
        name="tax_id"
        label={t('fields.customer.tax_id')}
        hint={t('customers.form.taxIdHint')}
        onTyped={(typed) =>
          form.setValue('kind', kindOf(typed, form.getValues('kind')), { shouldDirty: true })
        }
      />
      <ChoiceField
        form={form}
        name="kind"
        label={t('fields.customer.kind')}
        options={customerKinds.map((value) => ({ value, label: t(`customers.kind.${value}`) }))}
        required
      />
      <LineFields form={form} lines={customerFields.lines} label={(name) => t(`fields.customer.${name}`)} />
      {can('people.users:read') && (
        <FormField form={form} name="account_manager_id" label={t('fields.customer.account_manager_id')}>
          {({ value, onChange }) => <OwnerSelect value={value} onChange={onChange} />}
        </FormField>
      )}
      {can('crm.companies:read') && (
        <FormField form={form} name="company_id" label={t('fields.customer.company_id')}>
          {({ value, onChange }) => (
            <CompanyPicker
              value={value && { ...value, label: value.label || (company.data?.name ?? '…') }}
              onChange={onChange}
            />
          )}
        </FormField>
      )}
      <NotesField form={form} name="notes" label={t('fields.customer.notes')} />
    </FormDialog>
  );
}

/** What others have changed in the customer since this form was opened, in the words of the form. */
function useChanges(customer: Customer | undefined) {
  const { t } = useTranslation();
  const users = useUserOptions();
  return useForeignChanges(customer, customerFields, {
    label: (field) => t(`fields.customer.${field}`),
    value: (of, field) => {
      const value = of[field] ?? '';
      if (field === 'kind') return t(`customers.kind.${of.kind}`);
      if (field === 'tax_id') return formatTaxId(value);
      // An id says nothing to anybody: that there is another one is all that can be told without asking the server.
      if (field === 'company_id') return value ? '…' : '';
      return field === 'account_manager_id'
        ? (users.find((user) => user.value === value)?.label ?? '')
        : value;
    },
  });
}
