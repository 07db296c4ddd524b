import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InvoiceSummary } from '@/shared/api/gen';
import { daysBetween } from '@/shared/format/date';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber, invoiceState } from '@/shared/states/states';
import type { DataColumn } from '@/shared/ui/DataTable';

function lateness(invoice: InvoiceSummary, format: Format, t: TFunction) {
  const days = daysBetween(invoice.due_on, format.today());
  const waits = invoice.status === 'overdue' || invoice.status === 'issued';
  if (waits && days === 0) return { text: t('billing.dueToday'), ink: 'text-attention-ink' };
  if (invoice.status !== 'overdue' || days <= 0) return null;
  return { text: t('billing.lateDays', { count: days }), ink: 'text-overdue-ink' };
}

/** How long the due date has passed where money is still missing. */
function Late({ invoice, format }: { invoice: InvoiceSummary; format: Format }) {
  const { t } = useTranslation();
  const late = lateness(invoice, format, t);
  return late && <span className={`tabular whitespace-nowrap ${late.ink}`}>{late.text}</span>;
}

/** The due date and how long it has passed, where they stand in one line. */
export function DueDay({ invoice, format }: { invoice: InvoiceSummary; format: Format }) {
  return (
    <>
      <span className="tabular">{format.date(invoice.due_on)}</span>{' '}
      <Late invoice={invoice} format={format} />
    </>
  );
}

export function useInvoiceColumns(): DataColumn<InvoiceSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      id: 'number',
      header: t('billing.column.number'),
      sort: 'number',
      width: '7rem',
      cell: (invoice) =>
        invoice.number ? (
          <span className="tabular">{invoiceNumber(invoice.number)}</span>
        ) : (
          <span className="font-normal text-ink-3">{t('billing.draft')}</span>
        ),
    },
    {
      id: 'customer',
      header: t('billing.column.customer'),
      cell: (invoice) => <span className="text-ink">{invoice.customer_name}</span>,
    },
    {
      id: 'issued',
      header: t('billing.column.issued'),
      width: '7rem',
      hideBelow: 'lg',
      cell: (invoice) => <span className="tabular">{format.date(invoice.issued_on)}</span>,
    },
    {
      id: 'due',
      header: t('billing.column.due'),
      sort: 'due_on',
      width: '7rem',
      cell: (invoice) => <span className="tabular">{format.date(invoice.due_on)}</span>,
    },
    {
      id: 'late',
      header: t('billing.column.late'),
      width: '6.5rem',
      cell: (invoice) => <Late invoice={invoice} format={format} />,
      text: (invoice) => lateness(invoice, format, t)?.text ?? '',
    },
    {
      id: 'total',
      header: t('billing.column.total'),
      sort: 'total_cents',
      align: 'right',
      width: '8.5rem',
      cell: (invoice) => (
        <span className="text-ink">{format.money(invoice.total_cents, invoice.currency)}</span>
      ),
    },
    {
      id: 'open',
      header: t('billing.column.open'),
      align: 'right',
      width: '8.5rem',
      cell: (invoice) =>
        invoice.open_cents > 0 && invoice.status !== 'cancelled' ? (
          format.money(invoice.open_cents, invoice.currency)
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
    {
      id: 'status',
      header: t('billing.column.status'),
      width: '9.5rem',
      cell: (invoice) => <InvoiceBadge invoice={invoice} />,
      text: (invoice) => t(`billing.state.${invoiceState(invoice)}`),
    },
  ];
}
