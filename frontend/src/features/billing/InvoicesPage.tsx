import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceSummary } from '@/shared/api/gen';
import { getContractOptions } from '@/shared/api/gen/contracts/query';
import { listInvoicesInfiniteOptions } from '@/shared/api/gen/invoices/query';
import { named } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { CustomerChip } from '@/shared/pickers/CustomerChip';
import { ListPage } from '@/shared/records/ListPage';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber, invoiceStatuses } from '@/shared/states/states';
import { buttonClass } from '@/shared/ui/Button';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import { DateRangeChip, type DateRangeChipProps } from '@/shared/ui/DateChip';
import { Kbd } from '@/shared/ui/Kbd';
import { duePeriods, type InvoiceSearch, invoiceFilters } from './invoiceSearch';
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
  const {
    q,
    status,
    customer_id,
    contract_id,
    due_on_from,
    due_on_to,
    payments_paid_on_from,
    payments_paid_on_to,
  } = search;
  const sort = search.sort ?? '-created_at';
  const query = useRows<InvoiceSummary>(
    listInvoicesInfiniteOptions({
      query: {
        ...{
          q,
          customer_id,
          contract_id,
          due_on_from,
          due_on_to,
          payments_paid_on_from,
          payments_paid_on_to,
          sort,
          limit: 100,
        },
        status: status && [status],
      },
    }),
  );
  const today = format.today();
  useShortcut('n', () => void navigate({ to: '/invoices/new', search: { customer_id } }), canWrite);
  const create = (
    <Link
      to="/invoices/new"
      search={{ customer_id }}
      aria-keyshortcuts="N"
      className={buttonClass('primary')}
    >
      <Plus aria-hidden className="size-3.5" strokeWidth={2} />
      <span data-label>{t('shell.new.invoice')}</span>
      <Kbd tone="on-accent">N</Kbd>
    </Link>
  );

  return (
    <ListPage
      kind="invoice"
      label={t('billing.tableLabel')}
      search={search}
      onSearch={onSearch}
      defaultSort="-created_at"
      query={query}
      columns={columns}
      create={create}
      worth={(invoice) => ({ cents: invoice.total_cents, currency: invoice.currency })}
      emptyAction={
        can('jobs.runs:read') && (
          <Link to="/jobs" className={buttonClass()}>
            {t('billing.runNow')}
          </Link>
        )
      }
      texts={{
        search: t('billing.search'),
        empty: t('billing.emptyTitle'),
        emptyText: t('billing.emptyText'),
        nothing: t('billing.noneTitle'),
        nothingText: t('billing.noneText'),
      }}
      filters={{
        names: invoiceFilters,
        chips: (
          <>
            <FilterChip
              label={t('billing.statusFilter')}
              allLabel={t('kit.allFeminine')}
              value={status ?? ''}
              onChange={(value) => onSearch({ status: value || undefined })}
              options={invoiceStatuses.map((value) => ({ value, label: t(`states.invoiceStatus.${value}`) }))}
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
              value={{ from: due_on_from, to: due_on_to }}
              onChange={({ from, to }) => onSearch({ due_on_from: from, due_on_to: to })}
              presets={presetsOf(today, t)}
            />
            {(payments_paid_on_from || payments_paid_on_to) && (
              <Chip
                onRemove={() =>
                  onSearch({ payments_paid_on_from: undefined, payments_paid_on_to: undefined })
                }
              >
                {t('billing.paidBetween', {
                  from: format.date(payments_paid_on_from) || '…',
                  to: format.date(payments_paid_on_to) || '…',
                })}
              </Chip>
            )}
            {contract_id && (
              <ContractChip id={contract_id} onRemove={() => onSearch({ contract_id: undefined })} />
            )}
          </>
        ),
      }}
      narrow={(invoice) => (
        <NarrowRow
          title={invoice.customer_name ?? ''}
          aside={format.money(invoice.total_cents, invoice.currency)}
          detail={
            <>
              {invoice.number ? invoiceNumber(invoice.number) : t('states.invoice.draft')} ·{' '}
              <DueDay invoice={invoice} format={format} />
            </>
          }
          badge={<InvoiceBadge invoice={invoice} />}
        />
      )}
      placeOf={({ id }) => ({ to: '/invoices/$invoiceId', params: { invoiceId: id } })}
    />
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
    ...getContractOptions(named('contract', id)),
    enabled: can('portfolio.contracts:read'),
  });
  return (
    <Chip onRemove={onRemove}>
      {t('billing.contractFilter')}: {contract.data?.title ?? '…'}
    </Chip>
  );
}
