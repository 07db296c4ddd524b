import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { listContracts } from '@/shared/api/gen/contracts';
import { listContractsQueryKey } from '@/shared/api/gen/contracts/query';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { createInvoiceMutation, issueInvoiceMutation } from '@/shared/api/gen/invoices/query';
import { everyRow } from '@/shared/api/pages';
import { toProblem } from '@/shared/api/problem';
import { failureDetail } from '@/shared/api/problemText';
import { stepOf } from '@/shared/api/version';
import { once } from '@/shared/lib/idempotency';
import { useUnsaved } from '@/shared/lib/unsaved';
import { CustomerPicker } from '@/shared/pickers/pickers';
import { useCan, useProfile } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DateInput } from '@/shared/ui/DateInput';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Textarea } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { InvoiceItemFields } from './InvoiceItemFields';
import { emptyItem, type InvoiceValues, invoiceBody, invoiceSchema } from './invoiceValues';
import { invoiceChanged } from './useInvoice';

const oneOff = 'none';

/** An invoice by hand: for what no contract bills. */
export function NewInvoicePage({ customerId }: { customerId?: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const { tenant } = useProfile();
  const form = useForm<InvoiceValues, unknown, InvoiceValues>({
    resolver: zodResolver(useMemo(() => invoiceSchema(t), [t])),
    defaultValues: { customer_id: null, contract_id: null, due_on: '', notes: '', items: [emptyItem] },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  usePresetCustomer(form, customerId);
  const customer = useWatch({ control: form.control, name: 'customer_id' });
  const contracts = useQuery({
    queryKey: [...listContractsQueryKey({ query: { customer_id: customer?.id } }), 'every'],
    queryFn: ({ signal }) =>
      everyRow((query) =>
        listContracts({
          query: { ...query, customer_id: customer?.id, sort: 'title' },
          signal,
          throwOnError: true,
        }),
      ),
    enabled: Boolean(customer) && can('portfolio.contracts:read'),
  });
  const contractId = useWatch({ control: form.control, name: 'contract_id' });
  // An invoice of a contract is in its currency.
  const currency = contracts.data?.find(({ id }) => id === contractId)?.currency ?? tenant.currency;
  const { onSubmit, failure, issue } = useCreate(form, currency);

  return (
    <>
      <PageHeader
        title={t('shell.new.invoice')}
        parent={
          <Link to="/invoices" className="hover:text-accent-ink">
            {t('billing.title')}
          </Link>
        }
      />
      <form
        onSubmit={onSubmit}
        noValidate
        className="mx-auto flex w-full max-w-4xl flex-col gap-3 p-4 md:px-5"
      >
        <FormError failure={failure} />
        <Card>
          <FieldGrid>
            <Field label={t('fields.invoice.customer_id')} required error={errors.customer_id?.message}>
              <Controller
                control={form.control}
                name="customer_id"
                render={({ field }) => (
                  <CustomerPicker
                    value={field.value}
                    onChange={(item) => {
                      field.onChange(item);
                      form.setValue('contract_id', null);
                    }}
                  />
                )}
              />
            </Field>
            <Field label={t('fields.invoice.contract_id')} error={errors.contract_id?.message}>
              <Controller
                control={form.control}
                name="contract_id"
                render={({ field }) => (
                  <Select
                    disabled={!customer}
                    options={[
                      { value: oneOff, label: t('billing.form.noContract') },
                      ...(contracts.data ?? []).map((contract) => ({
                        value: contract.id,
                        label: contract.title,
                      })),
                    ]}
                    value={field.value ?? oneOff}
                    onChange={(value) => field.onChange(value === oneOff ? null : value)}
                  />
                )}
              />
            </Field>
            <Field
              label={t('fields.invoice.due_on')}
              hint={t('billing.form.dueHint', { days: tenant.invoice_due_days })}
              error={errors.due_on?.message}
            >
              <Controller
                control={form.control}
                name="due_on"
                render={({ field }) => (
                  <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
                )}
              />
            </Field>
            <Field
              label={t('fields.invoice.notes')}
              hint={t('billing.form.notesHint')}
              error={errors.notes?.message}
              className={wide}
            >
              <Textarea {...form.register('notes')} most={2000} rows={2} />
            </Field>
          </FieldGrid>
        </Card>
        <InvoiceItemFields form={form} currency={currency} />
        <div className="flex flex-wrap justify-end gap-2">
          <Link to="/invoices" className={buttonClass()}>
            {t('kit.cancel')}
          </Link>
          <Button type="submit" disabled={isSubmitting} onClick={() => issue(false)}>
            {t('billing.form.create')}
          </Button>
          <Button type="submit" variant="primary" busy={isSubmitting} onClick={() => issue(true)}>
            {t('billing.form.createAndIssue')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The customer of the page one came from. */
function usePresetCustomer(
  form: ReturnType<typeof useForm<InvoiceValues, unknown, InvoiceValues>>,
  id?: string,
) {
  const can = useCan();
  const customer = useQuery({
    ...getCustomerOptions({ path: { id: id ?? '' } }),
    enabled: Boolean(id) && can('customers.customers:read'),
  });
  const { data } = customer;
  useEffect(() => {
    if (data && !form.getValues('customer_id'))
      form.setValue('customer_id', { id: data.id, label: data.name });
  }, [data, form]);
}

/** Creates the draft once, whatever is clicked, and issues it where that was asked for. */
function useCreate(
  form: ReturnType<typeof useForm<InvoiceValues, unknown, InvoiceValues>>,
  currency: string,
) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const issuing = useRef(false);
  const create = useMutation(createInvoiceMutation());
  const issueDraft = useMutation(issueInvoiceMutation());
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const body = invoiceBody(values, currency);
    const draft = await once('createInvoice', body, (headers) => create.mutateAsync({ headers, body }));
    if (issuing.current) await issue(draft);
    else toast.done(t('billing.form.created'));
    void invoiceChanged(client);
    void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: draft.id } });
  });
  const issue = async (draft: Invoice) => {
    try {
      const issued = await issueDraft.mutateAsync(stepOf(draft));
      toast.done(t('billing.issueDialog.done', { number: invoiceNumber(issued.number ?? 0) }));
    } catch (error) {
      // The draft exists: its page is the place to try again.
      toast.failed(t('billing.form.issueFailed'), failureDetail(toProblem(error), t));
    }
  };
  return {
    onSubmit,
    failure,
    issue: (wanted: boolean) => {
      issuing.current = wanted;
    },
  };
}
