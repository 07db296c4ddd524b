import { createFileRoute } from '@tanstack/react-router';
import { CustomerPage } from '@/features/customers/CustomerPage';
import { requires } from '../-guard';

export const Route = createFileRoute('/_app/customers/$customerId')({
  beforeLoad: requires('customers:read'),
  component: Page,
});

function Page() {
  const { customerId } = Route.useParams();
  return <CustomerPage key={customerId} id={customerId} />;
}
