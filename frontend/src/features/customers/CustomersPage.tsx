import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '@/shared/api/gen';
import { listCustomersInfiniteOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useRows } from '@/shared/records/useRows';
import { BillingBadge } from '@/shared/states/badges';
import { billingStatuses, customerKinds } from '@/shared/states/states';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import type { CustomerSearch } from './customerSearch';
import { customerShown } from './customerShown';

const CustomerForm = lazyPart(async () => (await import('./CustomerForm')).CustomerForm);

const placeOf = ({ id }: { id: string }) => ({
  to: '/customers/$customerId' as const,
  params: { customerId: id },
});

export function CustomersPage({ search, onSearch }: PageProps<CustomerSearch>) {
  const { t } = useTranslation();
  const column = useColumns<CustomerSummary>((field: 'name') => t(`fields.customer.${field}`));
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
  usePartsLater(CustomerForm);
  return (
    <ListPage
      kind="customer"
      label={t('customers.tableLabel')}
      search={search}
      onSearch={onSearch}
      defaultSort="name"
      query={query}
      texts={{
        search: t('customers.search'),
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
              options={billingStatuses.map((value) => ({ value, label: t(`states.billing.${value}`) }))}
            />
          </>
        ),
      }}
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
      placeOf={placeOf}
      form={(close) => (
        <CustomerForm onClose={close} onDone={(customer) => void navigate(placeOf(customer))} />
      )}
    />
  );
}
