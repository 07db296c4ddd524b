import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AmountChange, CountChange, DashboardMetrics, DashboardMonth } from '@/shared/api/gen';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { KpiTile, type KpiTileProps, kpiGrid } from '@/shared/ui/KpiTile';
import { compare } from './dashboardFigures';
import type { DashboardSearch } from './dashboardSearch';

export interface DashboardTilesProps {
  metrics: DashboardMetrics | undefined;
  onSearch: OnSearch<DashboardSearch>;
}

export function DashboardTiles({ metrics, onSearch }: DashboardTilesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const days = metrics?.comparison;
  // Beside a sparkline there is room for a day, not for a sentence; the line above the tiles says the rest.
  const dayMonth = format.nearDate;
  const stockNote = days && t('dashboard.sinceDay', { day: dayMonth(days.last_month_end) });
  const flowNote = days && t('dashboard.versusUntil', { day: dayMonth(days.last_month_to) });
  const narrow = useIsNarrow();
  const trend = (pick: (month: DashboardMonth) => number) => (narrow ? undefined : metrics?.months.map(pick));
  const money = (change: AmountChange | undefined) =>
    change && format.moneyForms(change.value_cents, metrics?.currency);
  const tile = (label: string, rest: Partial<KpiTileProps>) => (
    <KpiTile label={label} openLabel={t('dashboard.openRows', { name: label })} {...rest} />
  );
  const changed = (
    change: AmountChange | CountChange | undefined,
    note: string | undefined,
    good: 'up' | 'down' = 'up',
  ): Partial<KpiTileProps> =>
    change === undefined
      ? {}
      : {
          change: changeText(change, good, format),
          note: !isKnown(change)
            ? t('dashboard.noHistory', { day: days ? dayMonth(days.last_month_end) : '' })
            : compare(change, good).difference === 0
              ? t('dashboard.unchanged', { since: note ?? '' })
              : note,
        };

  return (
    <div className={kpiGrid}>
      {tile(t('dashboard.mrr'), {
        value: money(metrics?.mrr),
        ...changed(metrics?.mrr, stockNote),
        trend: trend((month) => month.mrr_cents),
        onOpen: () => void navigate({ to: '/portfolio', search: { as_of: metrics?.as_of, counting: true } }),
      })}
      {tile(t('dashboard.received'), {
        value: money(metrics?.received),
        ...changed(metrics?.received, flowNote),
        trend: trend((month) => month.received_cents),
        onOpen: () =>
          void navigate({
            to: '/invoices',
            search: { payments_paid_on_from: days?.month_from, payments_paid_on_to: days?.month_to },
          }),
      })}
      {tile(t('dashboard.weightedPipeline'), {
        value: money(metrics?.weighted_pipeline),
        ...changed(metrics?.weighted_pipeline, stockNote),
        onOpen: () => void navigate({ to: '/pipeline' }),
      })}
      {tile(t('dashboard.overdue'), {
        value: money(metrics?.overdue),
        ...changed(metrics?.overdue, stockNote, 'down'),
        onOpen: () => void navigate({ to: '/invoices', search: { status: 'overdue', sort: 'due_on' } }),
      })}
      {tile(t('dashboard.newCustomers'), {
        value: metrics && format.number(metrics.new_customers.value),
        ...changed(metrics?.new_customers, flowNote),
        trend: trend((month) => month.new_customer_count),
        onOpen: () => onSearch({ rows: 'movements', month: days?.month_from, kind: 'new' }),
      })}
    </div>
  );
}

const isKnown = (change: AmountChange | CountChange) =>
  ('previous_cents' in change ? change.previous_cents : change.previous) !== null;

/** In percent; out of nothing as a difference. */
function changeText(
  change: AmountChange | CountChange,
  good: 'up' | 'down',
  format: Format,
): KpiTileProps['change'] {
  const { ratio, difference, tone } = compare(change, good);
  if (difference === null || (ratio === null && difference === 0)) return undefined;
  const sign = difference > 0 ? '+' : '';
  if (ratio !== null) return { text: `${sign}${format.percent(ratio)}`, tone };
  const size = 'change_cents' in change ? format.moneyCompact(difference) : format.number(difference);
  return { text: `${sign}${size}`, tone };
}
