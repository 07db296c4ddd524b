import { createFileRoute } from '@tanstack/react-router';
import { NewInvoicePage } from '@/features/billing/NewInvoicePage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { id } from '../-search';

export const Route = createFileRoute('/_app/invoices/new')({
  validateSearch: (search: Record<string, unknown>): { customer_id?: string } => ({
    customer_id: id(search.customer_id),
  }),
  beforeLoad: requires('billing.invoices:write'),
  loader: texts('billing', 'fields'),
  component: Page,
});

function Page() {
  const { customer_id } = Route.useSearch();
  return <NewInvoicePage customerId={customer_id} />;
}
