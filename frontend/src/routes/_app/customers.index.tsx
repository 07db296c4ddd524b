import { createFileRoute } from '@tanstack/react-router';
import { CustomersPage } from '@/features/customers/CustomersPage';
import { type CustomerSearch, customerSorts } from '@/features/customers/customerSearch';
import { texts } from '@/shared/i18n';
import { billingStatuses, customerKinds } from '@/shared/states/states';
import { requires } from '../-guard';
import { flag, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/customers/')({
  validateSearch: (search: Record<string, unknown>): CustomerSearch => ({
    ...kept(search),
    q: text(search.q),
    kind: oneOf(customerKinds, search.kind),
    billing_status: oneOf(billingStatuses, search.billing_status),
    sort: oneOf(customerSorts, search.sort),
    new: flag(search.new),
  }),
  beforeLoad: requires('customers.customers:read'),
  loader: texts('customers', 'fields'),
  component: Page,
});

function Page() {
  return (
    <CustomersPage search={Route.useSearch()} onSearch={useOnSearch<CustomerSearch>(Route.useNavigate())} />
  );
}
