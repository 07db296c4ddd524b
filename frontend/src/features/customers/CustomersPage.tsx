import { useTranslation } from 'react-i18next';
import type { CustomerKind, CustomerSummary } from '@/shared/api/gen';
import { bulkCustomers } from '@/shared/api/gen/bulk';
import { listCustomersInfiniteOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { optionsOf } from '@/shared/lib/optionsOf';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { BillingBadge } from '@/shared/states/badges';
import { billingStatuses, customerKinds } from '@/shared/states/states';
import { NarrowRow } from '@/shared/ui/DataTable';
import type { CustomerSearch } from './customerSearch';
import { customerShown } from './customerShown';

const CustomerForm = lazyPart(async () => (await import('./CustomerForm')).CustomerForm);

export function CustomersPage(page: PageProps<CustomerSearch>) {
  const { t } = useTranslation();
  const { sort = 'name', q, kind, billing_status } = page.search;
  const label = (field: 'name') => t(`fields.customer.${field}`);
  const column = useColumns<CustomerSummary>(label);
  const filter = useFilters(page, label);
  const kindName = (one: CustomerKind) => t(`customers.kind.${one}`);
  usePartsLater(CustomerForm);
  return (
    <ListPage
      {...page}
      kind="customer"
      texts="customers.list"
      defaultSort="name"
      query={useRows<CustomerSummary>(
        listCustomersInfiniteOptions({
          query: {
            ...{ sort, q, limit: 100 },
            kind: kind && [kind],
            billing_status: billing_status && [billing_status],
            ...page.search.more,
          },
        }),
      )}
      filters={[
        filter.choice('kind', optionsOf(customerKinds, kindName)),
        filter.choice(
          'billing_status',
          optionsOf(billingStatuses, (status) => t(`states.billing.${status}`)),
          { feminine: true },
        ),
      ]}
      columns={[
        column.text('name', { sort: true, width: '26%' }),
        column.taxId('tax_id', { width: '11rem' }),
        ...customerShown.columns((name) => t(`fields.customer.${name}`)),
        column.of('billing_status', (customer) => <BillingBadge status={customer.billing_status} />, {
          width: '7.5rem',
          text: (customer) => t(`states.billing.${customer.billing_status}`),
        }),
        column.day('created_at', { sort: true, width: '7rem', hideBelow: 'xl' }),
      ]}
      narrow={(customer) => (
        <NarrowRow
          title={customer.name}
          detail={customer.tax_id ? formatTaxId(customer.tax_id) : customer.email}
          badge={<BillingBadge status={customer.billing_status} />}
        />
      )}
      bulk={{ send: bulkCustomers, actions: [{ type: 'assign', param: 'owner_id', as: 'user' }] }}
      form={(close, done) => <CustomerForm onClose={close} onDone={done} />}
    />
  );
}
