import { useTranslation } from 'react-i18next';
import type { InvoiceSummary } from '@/shared/api/gen';
import { listInvoicesInfiniteOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import { optionsOf } from '@/shared/lib/optionsOf';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useRecordName } from '@/shared/pickers/recordName';
import { ListPage } from '@/shared/records/ListPage';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber, invoiceStatuses } from '@/shared/states/states';
import { NarrowRow } from '@/shared/ui/DataTable';
import { LinkButton } from '@/shared/ui/LinkButton';
import { duePeriods, type InvoiceSearch } from './invoiceSearch';
import { DueDay, useInvoiceColumns } from './useInvoiceColumns';

export function InvoicesPage(page: PageProps<InvoiceSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const filter = useFilters(page, (field: 'status') => t(`fields.invoice.${field}`));
  const { sort = '-created_at', q, status, customer_id, contract_id } = page.search;
  const { due_on_from, due_on_to, payments_paid_on_from, payments_paid_on_to } = page.search;
  const contract = useRecordName('contract', contract_id).name ?? '…';
  const due = duePeriods(format.today());
  return (
    <ListPage
      {...page}
      kind="invoice"
      texts="billing.list"
      defaultSort="-created_at"
      query={useRows<InvoiceSummary>(
        listInvoicesInfiniteOptions({
          query: {
            ...{
              q,
              customer_id,
              contract_id,
              due_on_from,
              due_on_to,
              payments_paid_on_from,
              payments_paid_on_to,
              sort,
              limit: 100,
            },
            status: status && [status],
            ...page.search.more,
          },
        }),
      )}
      filters={[
        filter.choice(
          'status',
          optionsOf(invoiceStatuses, (one) => t(`states.invoiceStatus.${one}`)),
          { feminine: true },
        ),
        filter.record('customer_id', 'customer'),
        filter.days(['due_on_from', 'due_on_to'], {
          label: t('fields.invoice.due_on'),
          presets: [
            { label: t('billing.dueOverdue'), value: due.overdue },
            { label: t('billing.dueWeek'), value: due.week },
            { label: t('billing.dueMonth'), value: due.month },
            { label: t('billing.dueLastMonth'), value: due.lastMonth },
          ],
        }),
        filter.link(
          ['payments_paid_on_from', 'payments_paid_on_to'],
          t('billing.paidBetween', {
            from: format.date(payments_paid_on_from) || '…',
            to: format.date(payments_paid_on_to) || '…',
          }),
        ),
        filter.link(['contract_id'], `${t('fields.invoice.contract_id')}: ${contract}`),
      ]}
      columns={useInvoiceColumns()}
      totals="total_cents"
      worth={(invoice) => ({ cents: invoice.total_cents, currency: invoice.currency })}
      begins={{ customer_id }}
      emptyAction={
        can('jobs.runs:read') && <LinkButton place={{ to: '/jobs' }}>{t('billing.runNow')}</LinkButton>
      }
      narrow={(invoice) => (
        <NarrowRow
          title={invoice.customer_name ?? ''}
          aside={format.money(invoice.total_cents, invoice.currency)}
          detail={
            <>
              {invoice.number ? invoiceNumber(invoice.number) : t('states.invoice.draft')} ·{' '}
              <DueDay invoice={invoice} format={format} />
            </>
          }
          badge={<InvoiceBadge invoice={invoice} />}
        />
      )}
    />
  );
}
