import { createFileRoute } from '@tanstack/react-router';
import { InvoicePage } from '@/features/billing/InvoicePage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/invoices/$invoiceId')({
  beforeLoad: requires('billing.invoices:read'),
  component: Page,
});

function Page() {
  const { invoiceId } = Route.useParams();
  return <InvoicePage key={invoiceId} id={invoiceId} />;
}
