import { Link } from '@tanstack/react-router';
import { SearchCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractNotBilled, MovementKind, RevenueMovement } from '@/shared/api/gen';
import {
  listContractsNotBilledInfiniteOptions,
  listRevenueMovementsInfiniteOptions,
} from '@/shared/api/gen/dashboard/query';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { placeholders } from '@/shared/lib/placeholders';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useRows } from '@/shared/records/useRows';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { SidePanel } from '@/shared/ui/SidePanel';
import { Skeleton } from '@/shared/ui/Skeleton';
import { MoreRows } from '@/shared/ui/TableParts';
import type { Rows } from '@/shared/ui/tableTypes';
import { type DashboardSearch, movementKinds } from './dashboardSearch';

export interface RowsPanelProps {
  rows: NonNullable<DashboardSearch['rows']>;
  month?: string;
  kind?: MovementKind;
  onSearch: OnSearch<DashboardSearch>;
  onClose: () => void;
}

/** The records behind a figure that no list of its own shows. */
export function RowsPanel(props: RowsPanelProps) {
  return props.rows === 'movements' ? <Movements {...props} /> : <NotBilled {...props} />;
}

const rowClass = '-mx-2 flex items-baseline gap-3 rounded-sm px-2 py-2 hover:bg-hover/60 pointer-coarse:py-3';

function Movements({ month, kind, onSearch, onClose }: RowsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRows<RevenueMovement>(
    listRevenueMovementsInfiniteOptions({ query: { month, kind: kind && [kind], limit: 50 } }),
  );
  const rows = rowsOf(query.data);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('dashboard.movements')}
      subtitle={month && format.longMonth(month)}
    >
      <div className="mb-2">
        <FilterChip
          label={t('dashboard.kindFilter')}
          value={kind ?? ''}
          onChange={(value) => onSearch({ kind: value || undefined })}
          options={movementKinds.map((value) => ({ value, label: t(`kit.movement.${value}`) }))}
        />
      </div>
      <RowList query={query} count={rows.length} empty={t('dashboard.noMovements')}>
        {rows.map((row) => (
          <li key={row.customer_id}>
            <Link to="/customers/$customerId" params={{ customerId: row.customer_id }} className={rowClass}>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.customer_name}</span>
                <span className="tabular block truncate text-sm text-ink-3">
                  {t(`kit.movement.${row.kind}`)} · {format.money(row.before_cents)} →{' '}
                  {format.money(row.after_cents)}
                </span>
              </span>
              <span
                className={cx(
                  'tabular shrink-0 font-medium',
                  row.change_cents > 0 ? 'text-paid-ink' : 'text-overdue-ink',
                )}
              >
                {row.change_cents > 0 ? '+' : ''}
                {format.money(row.change_cents)}
              </span>
            </Link>
          </li>
        ))}
      </RowList>
    </SidePanel>
  );
}

function NotBilled({ onClose }: RowsPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRows<ContractNotBilled>(listContractsNotBilledInfiniteOptions({ query: { limit: 50 } }));
  const rows = rowsOf(query.data);
  return (
    <SidePanel
      open
      onClose={onClose}
      title={t('dashboard.notBilled')}
      subtitle={<span className="whitespace-normal">{t('dashboard.notBilledText')}</span>}
    >
      <RowList query={query} count={rows.length} empty={t('dashboard.allBilled')}>
        {rows.map((row) => (
          <li key={row.contract_id}>
            <Link to="/contracts" search={{ id: row.contract_id }} className={rowClass}>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.title}</span>
                <span className="block truncate text-sm text-ink-3">
                  {row.customer_name} · {t('dashboard.periodSince', { date: format.date(row.period_start) })}
                </span>
              </span>
              <span className="tabular shrink-0 font-medium">
                {format.money(row.amount_cents, row.currency)}
              </span>
            </Link>
          </li>
        ))}
      </RowList>
    </SidePanel>
  );
}

interface RowsProps<T> {
  query: Rows<T>;
  count: number;
  empty: string;
  children: ReactNode;
}

function RowList<T>({ query, count, empty, children }: RowsProps<T>) {
  const { t } = useTranslation();
  if (query.error && count === 0) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return (
      <div className="flex flex-col gap-4 pt-2" aria-hidden>
        {placeholders(6).map((key) => (
          <Skeleton key={key} className="h-7" />
        ))}
      </div>
    );
  }
  if (count === 0) return <EmptyState icon={SearchCheck} title={empty} />;
  return (
    <>
      <ul className="divide-y divide-line-soft">{children}</ul>
      {query.hasNextPage && !query.isFetchNextPageError && (
        <Button className="mt-3 w-full" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('dashboard.more')}
        </Button>
      )}
      {Boolean(query.error) && <MoreRows query={query} />}
    </>
  );
}
