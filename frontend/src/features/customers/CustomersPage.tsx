import { useNavigate } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '@/shared/api/gen';
import { listCustomersInfiniteOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { useLater } from '@/shared/lib/useLater';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { ListPage } from '@/shared/records/ListPage';
import { useRows } from '@/shared/records/useRows';
import { BillingBadge } from '@/shared/states/badges';
import { billingStatuses, customerKinds } from '@/shared/states/states';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import type { CustomerSearch } from './customerSearch';
import { customerShown } from './customerShown';

// What opens over the list brings the forms' library, which the list itself can do without; it comes once the list is drawn.
const loadCustomerForm = async () => ({ default: (await import('./CustomerForm')).CustomerForm });
const CustomerForm = lazy(loadCustomerForm);

const placeOf = ({ id }: { id: string }) => ({
  to: '/customers/$customerId' as const,
  params: { customerId: id },
});

export function CustomersPage({ search, onSearch }: PageProps<CustomerSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { q, kind, billing_status } = search;
  const query = useRows<CustomerSummary>(
    listCustomersInfiniteOptions({
      query: {
        q,
        kind: kind && [kind],
        billing_status: billing_status && [billing_status],
        sort: search.sort ?? 'name',
        limit: 100,
      },
    }),
  );
  useLiveQuery('customer');
  useLater(loadCustomerForm);
  return (
    <ListPage
      title={t('customers.title')}
      label={t('customers.tableLabel')}
      icon={Users}
      search={search}
      onSearch={onSearch}
      defaultSort="name"
      query={query}
      write="customers.customers:write"
      texts={{
        search: t('customers.search'),
        create: t('customers.new'),
        empty: t('customers.emptyTitle'),
        emptyText: t('customers.emptyText'),
        nothing: t('customers.noneTitle'),
        nothingText: t('customers.noneText'),
      }}
      filters={{
        names: ['kind', 'billing_status'],
        chips: (
          <>
            <FilterChip
              label={t('fields.customer.kind')}
              value={kind ?? ''}
              onChange={(value) => onSearch({ kind: value || undefined })}
              options={customerKinds.map((value) => ({ value, label: t(`customers.kind.${value}`) }))}
            />
            <FilterChip
              label={t('fields.customer.billing_status')}
              allLabel={t('kit.allFeminine')}
              value={billing_status ?? ''}
              onChange={(value) => onSearch({ billing_status: value || undefined })}
              options={billingStatuses.map((value) => ({ value, label: t(`customers.billing.${value}`) }))}
            />
          </>
        ),
      }}
      columns={[
        {
          id: 'name',
          header: t('customers.column.name'),
          sort: 'name',
          width: '26%',
          cell: (customer) => customer.name,
        },
        {
          id: 'taxId',
          header: t('customers.column.taxId'),
          width: '11rem',
          cell: ({ tax_id }) => <span className="tabular">{tax_id && formatTaxId(tax_id)}</span>,
        },
        ...customerShown.columns((name) => t(`fields.customer.${name}`)),
        {
          id: 'status',
          header: t('fields.customer.billing_status'),
          width: '7.5rem',
          cell: (customer) => <BillingBadge status={customer.billing_status} />,
          text: (customer) => t(`customers.billing.${customer.billing_status}`),
        },
        {
          id: 'created',
          header: t('customers.column.created'),
          sort: 'created_at',
          width: '7rem',
          hideBelow: 'xl',
          cell: ({ created_at }) => (
            <span className="tabular">{created_at && format.date(format.day(created_at))}</span>
          ),
        },
      ]}
      narrow={(customer) => (
        <NarrowRow
          title={customer.name}
          detail={customer.tax_id ? formatTaxId(customer.tax_id) : customer.email}
          badge={<BillingBadge status={customer.billing_status} />}
        />
      )}
      placeOf={placeOf}
      form={(close) => (
        <CustomerForm onClose={close} onDone={(customer) => void navigate(placeOf(customer))} />
      )}
    />
  );
}
