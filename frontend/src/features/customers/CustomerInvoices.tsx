import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listInvoicesOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';
import { Card } from '@/shared/ui/Card';
import { RecordRows } from './RecordRows';

const shown = 12;

export function CustomerInvoices({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(
    listInvoicesOptions({ query: { customer_id: customerId, sort: '-due_on', limit: shown } }),
  );
  return (
    <Card
      flush
      title={t('customers.invoices')}
      actions={
        query.data?.next_cursor && (
          <Link
            to="/invoices"
            search={{ customer_id: customerId }}
            className="text-accent-ink hover:underline"
          >
            {t('customers.allInvoices')}
          </Link>
        )
      }
    >
      <RecordRows query={query} empty={t('customers.noInvoices')}>
        {(invoice) => (
          <Link
            to="/invoices/$invoiceId"
            params={{ invoiceId: invoice.id }}
            className="flex items-center gap-3 px-4 py-2 hover:bg-hover"
          >
            <span className="tabular min-w-0 flex-1">
              <span className="block font-medium">
                {invoice.number ? invoiceNumber(invoice.number) : t('customers.draftInvoice')}
              </span>
              <span className="block text-sm text-ink-3">
                {t('customers.due', { date: format.date(invoice.due_on) })}
              </span>
            </span>
            <span className="tabular shrink-0 font-medium">
              {format.money(invoice.total_cents, invoice.currency)}
            </span>
            <span className="flex shrink-0 sm:w-32 justify-end">
              <InvoiceBadge invoice={invoice} />
            </span>
          </Link>
        )}
      </RecordRows>
    </Card>
  );
}
