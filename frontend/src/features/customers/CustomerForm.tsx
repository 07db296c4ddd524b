import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import {
  createCustomerMutation,
  getCustomerQueryKey,
  updateCustomerMutation,
} from '@/shared/api/gen/customers/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { toProblem } from '@/shared/api/problem';
import { formatTaxId } from '@/shared/format/taxId';
import { useUserOptions } from '@/shared/pickers/options';
import { CompanyPicker, OwnerSelect } from '@/shared/pickers/pickers';
import { useCan } from '@/shared/session/useSession';
import { customerKinds } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { ChangedMeanwhile } from '@/shared/ui/ChangedMeanwhile';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input, Textarea } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { TaxIdInput } from '@/shared/ui/TaxIdInput';
import { toast } from '@/shared/ui/toast';
import {
  changedFields,
  createBody,
  customerSchema,
  emptyCustomer,
  kindOf,
  patchBody,
  valuesOf,
  type WrittenField,
} from './customerValues';

export interface CustomerFormProps {
  /** The customer to edit as it is on the server now; absent: a new one. */
  customer?: Customer;
  /** Reads the customer again after somebody else's change. */
  onStale?: () => void;
  onClose: () => void;
  onDone: (customer: Customer) => void;
}

export function CustomerForm({ customer, onStale, onClose, onDone }: CustomerFormProps) {
  const { t } = useTranslation();
  const formId = useId();
  const can = useCan();
  const client = useQueryClient();
  const changes = useForeignChanges(customer);
  const form = useForm({
    resolver: zodResolver(useMemo(() => customerSchema(t), [t])),
    defaultValues: customer ? valuesOf(customer) : emptyCustomer,
  });
  const { errors, isSubmitting } = form.formState;
  const create = useMutation(createCustomerMutation());
  const update = useMutation(updateCustomerMutation());
  const company = useQuery({
    ...getCompanyOptions({ path: { id: customer?.company_id ?? '' } }),
    enabled: Boolean(customer?.company_id) && can('crm.companies:read'),
  });
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved =
      customer && changes.opened
        ? await update
            .mutateAsync({
              path: { id: customer.id },
              body: { ...patchBody(changes.opened, values), version: customer.version },
            })
            .catch((error: unknown) => {
              if ([409, 412].includes(toProblem(error).status)) onStale?.();
              throw error;
            })
        : await create.mutateAsync({ body: createBody(values) });
    client.setQueryData(getCustomerQueryKey({ path: { id: saved.id } }), saved);
    void invalidateOperations(client, 'listCustomers', 'listContracts', 'listInvoices');
    toast.done(t(customer ? 'customers.form.saved' : 'customers.form.created'), { detail: saved.name });
    onDone(saved);
  });

  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t(customer ? 'customers.form.editTitle' : 'customers.form.createTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isSubmitting}>
            {t(customer ? 'kit.save' : 'customers.form.create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        {/* What others changed says more than that they did. */}
        {changes.list.length === 0 && <FormError failure={failure} />}
        <ChangedMeanwhile
          changes={changes.list}
          onTake={() => {
            if (!customer) return;
            form.reset(valuesOf(customer, company.data?.name));
            changes.take();
            setFailure(null);
          }}
        />
        <FieldGrid>
          <Field label={t('customers.form.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} maxLength={200} autoComplete="off" />
          </Field>
          <Field
            label={t('customers.form.taxId')}
            hint={t('customers.form.taxIdHint')}
            error={errors.tax_id?.message}
          >
            <Controller
              control={form.control}
              name="tax_id"
              render={({ field }) => (
                <TaxIdInput
                  value={field.value}
                  onBlur={field.onBlur}
                  onChange={(typed) => {
                    field.onChange(typed);
                    form.setValue('kind', kindOf(typed, form.getValues('kind')), { shouldDirty: true });
                  }}
                />
              )}
            />
          </Field>
          <Field label={t('customers.form.kind')} required error={errors.kind?.message}>
            <Controller
              control={form.control}
              name="kind"
              render={({ field }) => (
                <Select
                  options={customerKinds.map((value) => ({ value, label: t(`customers.kind.${value}`) }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          </Field>
          <Field label={t('customers.form.email')} error={errors.email?.message}>
            <Input {...form.register('email')} type="email" autoComplete="off" maxLength={254} />
          </Field>
          <Field label={t('customers.form.phone')} error={errors.phone?.message}>
            <Input {...form.register('phone')} type="tel" autoComplete="off" maxLength={40} />
          </Field>
          {can('users:read') && (
            <Field label={t('customers.form.manager')} error={errors.account_manager_id?.message}>
              <Controller
                control={form.control}
                name="account_manager_id"
                render={({ field }) => <OwnerSelect value={field.value} onChange={field.onChange} />}
              />
            </Field>
          )}
          {can('crm.companies:read') && (
            <Field label={t('customers.form.company')} error={errors.company_id?.message}>
              <Controller
                control={form.control}
                name="company_id"
                render={({ field }) => (
                  <CompanyPicker
                    value={
                      field.value && {
                        ...field.value,
                        label: field.value.label || (company.data?.name ?? '…'),
                      }
                    }
                    onChange={field.onChange}
                  />
                )}
              />
            </Field>
          )}
          <Field label={t('customers.form.externalId')} error={errors.external_id?.message}>
            <Input {...form.register('external_id')} maxLength={100} />
          </Field>
          <Field label={t('customers.form.notes')} error={errors.notes?.message} className={wide}>
            <Textarea {...form.register('notes')} maxLength={5000} />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}

/** What others have changed in the customer since this form was opened, in the words of the form. */
function useForeignChanges(customer: Customer | undefined) {
  const { t } = useTranslation();
  const users = useUserOptions();
  const [opened, setOpened] = useState(customer);
  const labels: Record<WrittenField, string> = {
    name: t('customers.form.name'),
    kind: t('customers.form.kind'),
    tax_id: t('customers.form.taxId'),
    email: t('customers.form.email'),
    phone: t('customers.form.phone'),
    company_id: t('customers.form.company'),
    account_manager_id: t('customers.form.manager'),
    external_id: t('customers.form.externalId'),
    notes: t('customers.form.notes'),
  };
  const text = (of: Customer, field: WrittenField) => {
    const value = of[field] ?? '';
    if (field === 'kind') return t(`customers.kind.${of.kind}`);
    if (field === 'tax_id') return formatTaxId(value);
    // An id says nothing to anybody: that there is another one is all that can be told without asking the server.
    if (field === 'company_id') return value ? '…' : '';
    return field === 'account_manager_id' ? (users.find((user) => user.value === value)?.label ?? '') : value;
  };
  const list =
    opened && customer
      ? changedFields(opened, customer).map((field) => ({
          label: labels[field],
          before: text(opened, field),
          after: text(customer, field),
        }))
      : [];
  return { opened, list, take: () => setOpened(customer) };
}
