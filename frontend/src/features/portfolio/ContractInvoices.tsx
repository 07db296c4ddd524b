import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listInvoicesOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import { RelatedList, RelatedRow } from '@/shared/records/RelatedList';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';

/** The latest invoices of a contract. */
export function ContractInvoices({ contractId }: { contractId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useCan()('billing.invoices:read');
  const query = useQuery({
    ...listInvoicesOptions({ query: { contract_id: contractId, sort: '-due_on', limit: 12 } }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <RelatedList title={t('shell.nav.invoices')} empty={t('portfolio.noInvoices')} query={query}>
      {(invoice) => (
        <RelatedRow key={invoice.id} kind="invoice" id={invoice.id}>
          <span className="tabular font-medium">
            {invoice.number ? invoiceNumber(invoice.number) : t('states.invoice.draft')}
          </span>
          <span className="tabular text-ink-2">{format.date(invoice.due_on)}</span>
          <span className="tabular ml-auto">{format.money(invoice.total_cents, invoice.currency)}</span>
          <InvoiceBadge invoice={invoice} />
        </RelatedRow>
      )}
    </RelatedList>
  );
}
