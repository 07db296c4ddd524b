import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { listContracts } from '@/shared/api/gen/contracts';
import { listContractsQueryKey } from '@/shared/api/gen/contracts/query';
import { createInvoice, issueInvoice } from '@/shared/api/gen/invoices';
import { everyRow } from '@/shared/api/pages';
import { toProblem } from '@/shared/api/problem';
import { failureDetail } from '@/shared/api/problemText';
import { stepOf } from '@/shared/api/version';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { once } from '@/shared/lib/idempotency';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useRecordName } from '@/shared/pickers/recordName';
import { placeOf } from '@/shared/resources';
import { useCan, useProfile } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FieldGrid, FormError } from '@/shared/ui/Form';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { toast } from '@/shared/ui/toast';
import { InvoiceItemFields } from './InvoiceItemFields';
import { invoiceFields } from './invoiceFields';

/** The contracts of a customer, all of them: what an invoice by hand may be for. */
function useContractsOf(customer_id: string | undefined) {
  const may = useCan()('portfolio.contracts:read');
  return (
    useQuery({
      queryKey: [...listContractsQueryKey({ query: { customer_id } }), 'every'],
      queryFn: ({ signal }) =>
        everyRow((page) =>
          listContracts({ query: { ...page, customer_id, sort: 'title' }, signal, throwOnError: true }),
        ),
      enabled: Boolean(customer_id) && may,
    }).data ?? []
  );
}

/** An invoice by hand: for what no contract bills. */
export function NewInvoicePage({ customerId }: { customerId?: string }) {
  const { t } = useTranslation();
  const { tenant } = useProfile();
  const navigate = useNavigate();
  const issuing = useRef(false);
  const [currency, setCurrency] = useState<string>(tenant.currency);
  const issue = async (draft: Invoice) => {
    try {
      const { data } = await issueInvoice({ ...stepOf(draft), throwOnError: true });
      toast.done(t('billing.issueDialog.done', { number: invoiceNumber(data.number ?? 0) }));
    } catch (error) {
      // The draft exists: its page is the place to try again.
      toast.failed(t('billing.form.issueFailed'), failureDetail(toProblem(error), t));
    }
  };
  const { form, field, frame } = useSaveForm({
    fields: useMemo(() => invoiceFields(currency), [currency]),
    label: (name: 'notes') => t(`fields.invoice.${name}`),
    kinds: ['invoice'],
    // The draft is made once, whatever is clicked, and issued where that was asked for.
    create: async (body) => {
      const made = await once('createInvoice', body, (headers) =>
        createInvoice({ headers, body, throwOnError: true }),
      );
      if (issuing.current) await issue(made.data);
      else toast.done(t('billing.form.created'));
      return made;
    },
    onDone: ({ id }) => void navigate(placeOf('invoice', id) as never),
  });
  const { isDirty, isSubmitting } = form.formState;
  useUnsaved(isDirty && !isSubmitting);
  // The customer of the page one came from.
  const { name } = useRecordName('customer', customerId);
  useEffect(() => {
    if (customerId && name && !form.getValues('customer_id'))
      form.setValue('customer_id', { id: customerId, label: name });
  }, [customerId, name, form]);
  const customer = form.watch('customer_id');
  const contracts = useContractsOf(customer?.id);
  // An invoice of a contract is in its currency.
  const billed = contracts.find(({ id }) => id === form.watch('contract_id'))?.currency ?? tenant.currency;
  if (billed !== currency) setCurrency(billed);

  return (
    <>
      <PageHeader
        title={t('shell.new.invoice')}
        parent={
          <Link to="/invoices" className="hover:text-accent-ink">
            {t('shell.nav.invoices')}
          </Link>
        }
      />
      <form
        onSubmit={frame.onSubmit}
        noValidate
        className="mx-auto flex w-full max-w-4xl flex-col gap-3 p-4 md:px-5"
      >
        <FormError failure={frame.failure} />
        <Card>
          <FieldGrid>
            {field('customer_id', { onTyped: () => form.setValue('contract_id', null) })}
            {field('contract_id', {
              disabled: !customer,
              none: t('billing.form.noContract'),
              options: contracts.map(({ id, title }) => ({ value: id, label: title })),
            })}
            {field('due_on', { hint: t('billing.form.dueHint', { days: tenant.invoice_due_days }) })}
            {field('notes', { hint: t('billing.form.notesHint'), rows: 2 })}
          </FieldGrid>
        </Card>
        <InvoiceItemFields form={form} currency={currency} />
        <div className="flex flex-wrap justify-end gap-2">
          <LinkButton place={{ to: '/invoices' }}>{t('kit.cancel')}</LinkButton>
          <Button
            type="submit"
            disabled={isSubmitting}
            onClick={() => {
              issuing.current = false;
            }}
          >
            {t('billing.form.create')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={isSubmitting}
            onClick={() => {
              issuing.current = true;
            }}
          >
            {t('billing.form.createAndIssue')}
          </Button>
        </div>
      </form>
    </>
  );
}
