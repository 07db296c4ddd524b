import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Plus, ReceiptText, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { getContractOptions } from '@/shared/api/gen/contracts/query';
import { listInvoicesInfiniteOptions } from '@/shared/api/gen/invoices/query';
import { cursorPages } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { CustomerChip } from '@/shared/pickers/CustomerChip';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber, invoiceStatuses } from '@/shared/states/states';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { DateRangeChip, type DateRangeChipProps } from '@/shared/ui/DateChip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Kbd } from '@/shared/ui/Kbd';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import {
  duePeriods,
  type InvoiceSearch,
  type InvoiceSort,
  isFiltered,
  noInvoiceFilters,
} from './invoiceSearch';
import { DueDay, useInvoiceColumns } from './useInvoiceColumns';

export interface InvoicesPageProps {
  search: InvoiceSearch;
  onSearch: OnSearch<InvoiceSearch>;
}

export function InvoicesPage({ search, onSearch }: InvoicesPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useInvoiceColumns();
  const canWrite = can('billing.invoices:write');
  const { q, status, customer_id, contract_id, due_from, due_to, paid_from, paid_to } = search;
  const sort = search.sort ?? '-created_at';
  const query = useInfiniteQuery({
    ...listInvoicesInfiniteOptions({
      query: { q, status, customer_id, contract_id, due_from, due_to, paid_from, paid_to, sort, limit: 100 },
    }),
    ...cursorPages,
    placeholderData: keepPreviousData,
  });
  const today = format.today();
  useShortcut('n', () => void navigate({ to: '/invoices/new', search: { customer_id } }), canWrite);
  const create = canWrite && (
    <Link
      to="/invoices/new"
      search={{ customer_id }}
      aria-keyshortcuts="N"
      className={buttonClass('primary')}
    >
      <Plus aria-hidden className="size-3.5" strokeWidth={2} />
      <span data-label>{t('billing.new')}</span>
      <Kbd tone="on-accent">N</Kbd>
    </Link>
  );

  return (
    <>
      <PageHeader
        title={t('billing.title')}
        filters={
          <>
            <FilterChip
              label={t('billing.statusFilter')}
              allLabel={t('kit.allFeminine')}
              value={status ?? ''}
              onChange={(value) => onSearch({ status: value || undefined })}
              options={invoiceStatuses.map((value) => ({ value, label: t(`billing.status.${value}`) }))}
            />
            <CustomerChip
              label={t('billing.customerFilter')}
              value={customer_id}
              onChange={(customerId) => onSearch({ customer_id: customerId })}
            />
            <DateRangeChip
              label={t('billing.due')}
              fromLabel={t('billing.from')}
              toLabel={t('billing.to')}
              value={{ from: due_from, to: due_to }}
              onChange={({ from, to }) => onSearch({ due_from: from, due_to: to })}
              presets={presetsOf(today, t)}
            />
            {(paid_from || paid_to) && (
              <Chip onRemove={() => onSearch({ paid_from: undefined, paid_to: undefined })}>
                {t('billing.paidBetween', {
                  from: format.date(paid_from) || '…',
                  to: format.date(paid_to) || '…',
                })}
              </Chip>
            )}
            {contract_id && (
              <ContractChip id={contract_id} onRemove={() => onSearch({ contract_id: undefined })} />
            )}
            <SearchBox
              label={t('billing.search')}
              value={q ?? ''}
              onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
            />
          </>
        }
        actions={create}
      />
      <PageBody>
        <DataTable
          label={t('billing.tableLabel')}
          columns={columns}
          query={query}
          sort={sort}
          onSort={(next) => onSearch({ sort: next as InvoiceSort })}
          onOpen={(invoice) =>
            void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice.id } })
          }
          narrow={(invoice) => (
            <NarrowRow
              title={invoice.customer_name ?? ''}
              aside={format.money(invoice.total_cents, invoice.currency)}
              detail={
                <>
                  {invoice.number ? invoiceNumber(invoice.number) : t('billing.draft')} ·{' '}
                  <DueDay invoice={invoice} format={format} />
                </>
              }
              badge={<InvoiceBadge invoice={invoice} />}
            />
          )}
          empty={
            isFiltered(search) ? (
              <EmptyState
                icon={SearchX}
                title={t('billing.noneTitle')}
                text={t('billing.noneText')}
                action={
                  <Button onClick={() => onSearch(noInvoiceFilters)}>{t('billing.clearFilters')}</Button>
                }
              />
            ) : (
              <EmptyState
                icon={ReceiptText}
                title={t('billing.emptyTitle')}
                text={t('billing.emptyText')}
                action={
                  <span className="flex flex-wrap justify-center gap-2">
                    {can('jobs:read') && (
                      <Link to="/jobs" className={buttonClass()}>
                        {t('billing.runNow')}
                      </Link>
                    )}
                    {create}
                  </span>
                }
              />
            )
          }
        />
      </PageBody>
    </>
  );
}

function presetsOf(today: string, t: TFunction): DateRangeChipProps['presets'] {
  const periods = duePeriods(today);
  return [
    { label: t('billing.dueOverdue'), value: periods.overdue },
    { label: t('billing.dueWeek'), value: periods.week },
    { label: t('billing.dueMonth'), value: periods.month },
    { label: t('billing.dueLastMonth'), value: periods.lastMonth },
  ];
}

function ContractChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const contract = useQuery({
    ...getContractOptions({ path: { id } }),
    enabled: can('portfolio.contracts:read'),
  });
  return (
    <Chip onRemove={onRemove}>
      {t('billing.contractFilter')}: {contract.data?.title ?? '…'}
    </Chip>
  );
}
