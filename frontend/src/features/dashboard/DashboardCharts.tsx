import { useNavigate } from '@tanstack/react-router';
import { ChartColumn, ChevronLeft, ChevronRight, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardMetrics, DashboardMonth } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { Card } from '@/shared/ui/Card';
import { axisRoom, ColumnChart, type ColumnChartProps } from '@/shared/ui/ColumnChart';
import { IconButton } from '@/shared/ui/IconButton';
import { type MovementBar, movementBar } from './dashboardFigures';
import type { DashboardSearch } from './dashboardSearch';
import { GrowthTable, MovementTable } from './MonthTable';

export interface DashboardChartsProps {
  metrics: DashboardMetrics;
  onSearch: OnSearch<DashboardSearch>;
}

const growthSeries = [
  { key: 'invoiced_cents', text: 'invoiced', colour: 'bg-series-6/45', dot: 'bg-series-6' },
  { key: 'received_cents', text: 'receivedShort', colour: 'bg-series-2', dot: 'bg-series-2' },
  { key: 'mrr_cents', text: 'mrr', dot: 'bg-series-1', line: true },
] as const;

const movementSeries = [
  { key: 'first', kind: 'new', colour: 'bg-paid' },
  { key: 'expansion', kind: 'expansion', colour: 'bg-series-2' },
  { key: 'reactivation', kind: 'reactivation', colour: 'bg-series-1' },
  { key: 'contraction', kind: 'contraction', colour: 'bg-series-3' },
  { key: 'churn', kind: 'churn', colour: 'bg-overdue' },
] as const;

/** Twelve months of growth and of movements. Either is a picture or, for whoever cannot use one, a table. */
export function DashboardCharts({ metrics, onSearch }: DashboardChartsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid min-w-0 gap-3">
      <ChartCard
        title={t('dashboard.growth')}
        legend={growthSeries.map((series) => ({
          text: t(`dashboard.${series.text}`),
          dot: series.dot,
          line: 'line' in series,
        }))}
        chart={<GrowthChart metrics={metrics} />}
        table={<GrowthTable metrics={metrics} />}
      />
      <ChartCard
        title={t('dashboard.movements')}
        legend={movementSeries.map((series) => ({
          text: t(`kit.movement.${series.kind}`),
          dot: series.colour,
        }))}
        chart={<MovementChart metrics={metrics} onSearch={onSearch} />}
        table={<MovementTable metrics={metrics} onSearch={onSearch} />}
      />
    </div>
  );
}

interface ChartCardProps {
  title: string;
  legend: readonly { text: string; dot: string; line?: boolean }[];
  chart: ReactNode;
  table: ReactNode;
}

function ChartCard({ title, legend, chart, table }: ChartCardProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={
        <>
          {title} <span className="font-normal text-ink-3">{t('dashboard.twelveMonths')}</span>
        </>
      }
      actions={
        <IconButton
          icon={asTable ? ChartColumn : Table2}
          label={
            asTable ? t('dashboard.showChart', { name: title }) : t('dashboard.showTable', { name: title })
          }
          onClick={() => setAsTable(!asTable)}
        />
      }
    >
      {asTable ? (
        table
      ) : (
        <>
          <ul className="mb-2 flex flex-wrap gap-x-3.5 gap-y-1 text-sm text-ink-2">
            {legend.map((entry) => (
              <li key={entry.text} className="flex items-center gap-1.5">
                <span
                  aria-hidden
                  className={cx(entry.line ? 'h-0.5 w-3.5 rounded-full' : 'size-2 rounded-[2px]', entry.dot)}
                />
                {entry.text}
              </li>
            ))}
          </ul>
          {chart}
        </>
      )}
    </Card>
  );
}

function GrowthChart({ metrics }: { metrics: DashboardMetrics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <MonthChart<DashboardMonth>
      months={metrics.months}
      columns={growthSeries.flatMap((series) =>
        'colour' in series ? [[{ value: (month) => month[series.key], colour: series.colour }]] : [],
      )}
      line={{ value: (month) => month.mrr_cents, stroke: 'stroke-series-1', dot: 'bg-series-1' }}
      currency={metrics.currency}
      figuresOf={(month) =>
        [...growthSeries].reverse().map((series) => ({
          name: t(`dashboard.${series.text}`),
          dot: series.dot,
          value: format.money(month[series.key], metrics.currency),
        }))
      }
      labelOf={(month) =>
        t('dashboard.monthMrr', {
          month: format.longMonth(month.month),
          amount: format.money(month.mrr_cents, metrics.currency),
        })
      }
      onOpen={(month) => void navigate({ to: '/portfolio', search: { as_of: month.to, counting: true } })}
    />
  );
}

function MovementChart({ metrics, onSearch }: DashboardChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <MonthChart<MovementBar>
      months={metrics.months.map(movementBar)}
      columns={[movementSeries.map((series) => ({ value: (bar) => bar[series.key], colour: series.colour }))]}
      currency={metrics.currency}
      figuresOf={(bar) => [
        ...movementSeries
          .filter((series) => bar[series.key] !== 0)
          .map((series) => ({
            name: t(`kit.movement.${series.kind}`),
            dot: series.colour,
            value: format.money(bar[series.key], metrics.currency),
          })),
        { name: t('dashboard.net'), value: format.money(bar.net, metrics.currency) },
      ]}
      labelOf={(bar) =>
        t('dashboard.monthMovements', {
          month: format.longMonth(bar.month),
          amount: format.money(bar.net, metrics.currency),
        })
      }
      onOpen={(bar) => onSearch({ rows: 'movements', month: bar.month, kind: undefined })}
    />
  );
}

interface MonthChartProps<T extends { month: string }> extends Pick<ColumnChartProps<T>, 'columns' | 'line'> {
  months: readonly T[];
  currency: string;
  figuresOf: (month: T) => readonly Figure[];
  /** What is heard of a month: its figure, and what opening it shows. */
  labelOf: (month: T) => string;
  onOpen: (month: T) => void;
}

/**
 * Twelve columns. Where they are wide enough for a finger, the names of the months are buttons, so that a keyboard opens
 * what a click on a column does. On a phone one month is picked, by a touch or step by step, told of, and opened.
 */
function MonthChart<T extends { month: string }>({
  months,
  columns,
  line,
  currency,
  figuresOf,
  labelOf,
  onOpen,
}: MonthChartProps<T>) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useIsNarrow();
  const scale = format.moneyScale(mostOf(months, columns, line), currency);
  const last = months.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? last, last);
  const picked = months[at];
  return (
    <>
      <ColumnChart
        rows={months}
        keyOf={(month) => month.month}
        columns={columns}
        line={line}
        steps={4}
        height="h-49"
        axisText={scale.text}
        axisUnit={scale.unit}
        note={(month) => <Figures title={format.month(month.month)} figures={figuresOf(month)} />}
        pickedIndex={narrow ? at : undefined}
        onPick={(month, index) => (narrow ? setChosen(index) : onOpen(month))}
      />
      <ul className={cx('grid grid-cols-12', axisRoom)} aria-hidden={narrow}>
        {months.map((month, index) =>
          narrow ? (
            <li key={month.month} className="flex justify-center text-xs text-ink-3">
              {(last - index) % 3 === 0 && (
                <span className="whitespace-nowrap">{format.monthName(month.month).slice(0, 3)}</span>
              )}
            </li>
          ) : (
            <li key={month.month} className="min-w-0">
              <button
                type="button"
                onClick={() => onOpen(month)}
                className="h-6 w-full truncate rounded-sm text-xs text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:h-8"
              >
                {format.monthName(month.month)}
                <span className="sr-only"> {labelOf(month)}</span>
              </button>
            </li>
          ),
        )}
      </ul>
      {narrow && picked && (
        <div className="mt-3 rounded-md border border-line-soft">
          <div className="flex items-center border-b border-line-soft p-1">
            <IconButton
              icon={ChevronLeft}
              label={t('dashboard.monthBefore')}
              disabled={at === 0}
              onClick={() => setChosen(at - 1)}
            />
            <button
              type="button"
              onClick={() => onOpen(picked)}
              className="h-8 min-w-0 flex-1 truncate rounded-sm font-medium text-accent-ink hover:bg-hover"
            >
              {format.month(picked.month)}
              <span className="sr-only"> {labelOf(picked)}</span>
            </button>
            <IconButton
              icon={ChevronRight}
              label={t('dashboard.monthAfter')}
              disabled={at === last}
              onClick={() => setChosen(at + 1)}
            />
          </div>
          <div className="px-3 py-2">
            <Figures figures={figuresOf(picked)} />
          </div>
        </div>
      )}
    </>
  );
}

/** The largest amount that a chart has to show. */
function mostOf<T>(
  months: readonly T[],
  columns: ColumnChartProps<T>['columns'],
  line: ColumnChartProps<T>['line'],
): number {
  const stacks = months.flatMap((month) =>
    columns.map((stack) => stack.reduce((sum, series) => sum + Math.abs(series.value(month)), 0)),
  );
  return Math.max(0, ...stacks, ...(line ? months.map((month) => Math.abs(line.value(month))) : []));
}

interface Figure {
  name: string;
  value: string;
  dot?: string;
}

function Figures({ title, figures }: { title?: string; figures: readonly Figure[] }) {
  return (
    <>
      {title && <p className="font-medium">{title}</p>}
      {figures.map((figure) => (
        <p key={figure.name} className="tabular flex items-center gap-1.5 text-sm leading-5">
          {figure.dot && <span className={cx('size-2 rounded-[2px]', figure.dot)} />}
          <span className="mr-auto pr-4 text-ink-2">{figure.name}</span> {figure.value}
        </p>
      ))}
    </>
  );
}
