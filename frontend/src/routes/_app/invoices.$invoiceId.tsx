import { createFileRoute } from '@tanstack/react-router';
import { InvoicePage } from '@/features/billing/InvoicePage';
import { loadTexts } from '@/shared/i18n';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/invoices/$invoiceId')({
  beforeLoad: requires('billing.invoices:read'),
  // What is no id leads nowhere: nobody is asked for it.
  loader: ({ params }) => {
    requireId(params.invoiceId);
    return loadTexts(['billing', 'fields', 'loop']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { invoiceId } = Route.useParams();
  return <InvoicePage key={invoiceId} id={invoiceId} />;
}
