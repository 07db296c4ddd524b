import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, SearchX, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '@/shared/api/gen';
import { listCustomersInfiniteOptions } from '@/shared/api/gen/customers/query';
import { cursorPages } from '@/shared/api/pages';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useCan } from '@/shared/session/useSession';
import { BillingBadge } from '@/shared/states/badges';
import { billingStatuses, customerKinds } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { type DataColumn, DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { CustomerForm } from './CustomerForm';
import type { CustomerSearch, CustomerSort } from './customerSearch';

export interface CustomersPageProps {
  search: CustomerSearch;
  onSearch: OnSearch<CustomerSearch>;
}

export function CustomersPage({ search, onSearch }: CustomersPageProps) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useColumns();
  const canWrite = can('customers:write');
  useShortcut('n', () => onSearch({ new: true }), canWrite);
  const { q, kind, billing_status } = search;
  const sort = search.sort ?? 'name';
  const query = useInfiniteQuery({
    ...listCustomersInfiniteOptions({ query: { q, kind, billing_status, sort, limit: 100 } }),
    ...cursorPages,
    placeholderData: keepPreviousData,
  });
  const open = (customer: CustomerSummary) =>
    void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } });
  const create = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => onSearch({ new: true })}>
      {t('customers.new')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('customers.title')}
        filters={
          <>
            <FilterChip
              label={t('customers.kindFilter')}
              value={kind ?? ''}
              onChange={(value) => onSearch({ kind: value || undefined })}
              options={customerKinds.map((value) => ({ value, label: t(`customers.kind.${value}`) }))}
            />
            <FilterChip
              label={t('customers.statusFilter')}
              allLabel={t('kit.allFeminine')}
              value={billing_status ?? ''}
              onChange={(value) => onSearch({ billing_status: value || undefined })}
              options={billingStatuses.map((value) => ({ value, label: t(`customers.billing.${value}`) }))}
            />
            <SearchBox
              label={t('customers.search')}
              value={q ?? ''}
              onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
            />
          </>
        }
        actions={create}
      />
      <PageBody>
        <DataTable
          label={t('customers.tableLabel')}
          columns={columns}
          query={query}
          sort={sort}
          onSort={(next) => onSearch({ sort: next as CustomerSort })}
          onOpen={open}
          narrow={(customer) => (
            <NarrowRow
              title={customer.name}
              detail={customer.tax_id ? formatTaxId(customer.tax_id) : customer.email}
              badge={<BillingBadge status={customer.billing_status} />}
            />
          )}
          empty={
            q || kind || billing_status ? (
              <EmptyState
                icon={SearchX}
                title={t('customers.noneTitle')}
                text={t('customers.noneText')}
                action={
                  <Button
                    onClick={() => onSearch({ q: undefined, kind: undefined, billing_status: undefined })}
                  >
                    {t('customers.clearFilters')}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={Users}
                title={t('customers.emptyTitle')}
                text={t('customers.emptyText')}
                action={create}
              />
            )
          }
        />
      </PageBody>
      {search.new && canWrite && <CustomerForm onClose={() => onSearch({ new: undefined })} onDone={open} />}
    </>
  );
}

function useColumns(): DataColumn<CustomerSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
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
      cell: (customer) => (
        <span className="tabular">{customer.tax_id ? formatTaxId(customer.tax_id) : ''}</span>
      ),
    },
    { id: 'email', header: t('customers.column.email'), cell: (customer) => customer.email },
    {
      id: 'phone',
      header: t('customers.column.phone'),
      width: '9rem',
      hideBelow: 'lg',
      cell: (customer) => (
        <span className="tabular">{customer.phone ? formatPhone(customer.phone) : ''}</span>
      ),
    },
    {
      id: 'status',
      header: t('customers.column.status'),
      width: '7.5rem',
      cell: (customer) => <BillingBadge status={customer.billing_status} />,
    },
    {
      id: 'created',
      header: t('customers.column.created'),
      sort: 'created_at',
      width: '7rem',
      hideBelow: 'xl',
      cell: (customer) => (
        <span className="tabular">
          {customer.created_at ? format.date(format.day(customer.created_at)) : ''}
        </span>
      ),
    },
  ];
}
