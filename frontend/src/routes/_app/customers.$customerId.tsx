import { createFileRoute } from '@tanstack/react-router';
import { CustomerPage } from '@/features/customers/CustomerPage';
import { loadTexts } from '@/shared/i18n';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/customers/$customerId')({
  beforeLoad: requires('customers.customers:read'),
  // What is no id leads nowhere: nobody is asked for it.
  loader: ({ params }) => {
    requireId(params.customerId);
    return loadTexts(['customers', 'fields', 'loop', 'portfolio']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { customerId } = Route.useParams();
  return <CustomerPage key={customerId} id={customerId} />;
}
