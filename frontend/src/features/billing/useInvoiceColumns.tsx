import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InvoiceSummary } from '@/shared/api/gen';
import { daysBetween } from '@/shared/format/date';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { useColumns } from '@/shared/records/useColumns';
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
  const column = useColumns<InvoiceSummary>((field: 'number') => t(`fields.invoice.${field}`));
  return [
    column.of(
      'number',
      ({ number }) =>
        number ? (
          <span className="tabular">{invoiceNumber(number)}</span>
        ) : (
          <span className="font-normal text-ink-3">{t('states.invoice.draft')}</span>
        ),
      { sort: true, width: '7rem' },
    ),
    column.of('customer_id', (invoice) => <span className="text-ink">{invoice.customer_name}</span>),
    column.date('issued_on', { width: '7rem', hideBelow: 'lg' }),
    column.date('due_on', { sort: true, width: '7rem' }),
    {
      id: 'late',
      header: t('billing.late'),
      // The earlier it was due, the longer it has passed.
      sort: '-due_on',
      width: '6.5rem',
      cell: (invoice) => <Late invoice={invoice} format={format} />,
      text: (invoice) => lateness(invoice, format, t)?.text ?? '',
    },
    column.money('total_cents', { sort: true, width: '8.5rem', strong: true }),
    column.of(
      'open_cents',
      ({ open_cents, status, currency }) =>
        open_cents > 0 && status !== 'cancelled' ? (
          format.money(open_cents, currency)
        ) : (
          <span className="text-ink-3">—</span>
        ),
      { align: 'right', width: '8.5rem' },
    ),
    column.of('status', (invoice) => <InvoiceBadge invoice={invoice} />, {
      width: '9.5rem',
      text: (invoice) => t(`states.invoice.${invoiceState(invoice)}`),
    }),
  ];
}
