import { createFileRoute } from '@tanstack/react-router';
import { InvoicesPage } from '@/features/billing/InvoicesPage';
import { type InvoiceSearch, invoiceSorts } from '@/features/billing/invoiceSearch';
import { texts } from '@/shared/i18n';
import { invoiceStatuses } from '@/shared/states/states';
import { requires } from '../-guard';
import { date, id, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/invoices/')({
  validateSearch: (search: Record<string, unknown>): InvoiceSearch => ({
    ...kept(search),
    q: text(search.q),
    status: oneOf(invoiceStatuses, search.status),
    customer_id: id(search.customer_id),
    contract_id: id(search.contract_id),
    due_on_from: date(search.due_on_from),
    due_on_to: date(search.due_on_to),
    payments_paid_on_from: date(search.payments_paid_on_from),
    payments_paid_on_to: date(search.payments_paid_on_to),
    sort: oneOf(invoiceSorts, search.sort),
  }),
  beforeLoad: requires('billing.invoices:read'),
  loader: texts('billing', 'fields'),
  component: Page,
});

function Page() {
  return (
    <InvoicesPage search={Route.useSearch()} onSearch={useOnSearch<InvoiceSearch>(Route.useNavigate())} />
  );
}
