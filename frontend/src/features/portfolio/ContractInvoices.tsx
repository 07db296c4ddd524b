import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listInvoicesOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import { RelatedList } from '@/shared/records/RelatedList';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';
import { Skeleton } from '@/shared/ui/Skeleton';

/** The latest invoices of a contract. */
export function ContractInvoices({ contractId }: { contractId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(
    listInvoicesOptions({ query: { contract_id: contractId, sort: '-due_on', limit: 12 } }),
  );
  return (
    <RelatedList title={t('portfolio.invoices')} empty={t('portfolio.noInvoices')} error={query.error}>
      {query.isPending ? (
        <Skeleton className="my-2 h-4 w-full" />
      ) : (
        query.data?.data.map((invoice) => (
          <li key={invoice.id}>
            <Link
              to="/invoices/$invoiceId"
              params={{ invoiceId: invoice.id }}
              className="-mx-2 flex min-h-9 items-center gap-3 rounded-sm px-2 hover:bg-hover"
            >
              <span className="tabular font-medium">
                {invoice.number ? invoiceNumber(invoice.number) : t('states.invoice.draft')}
              </span>
              <span className="tabular text-ink-2">{format.date(invoice.due_on)}</span>
              <span className="tabular ml-auto">{format.money(invoice.total_cents, invoice.currency)}</span>
              <InvoiceBadge invoice={invoice} />
            </Link>
          </li>
        ))
      )}
    </RelatedList>
  );
}
