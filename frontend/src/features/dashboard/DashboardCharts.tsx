import { useNavigate } from '@tanstack/react-router';
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { DashboardMetrics, DashboardMonth } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { Card } from '@/shared/ui/Card';
import { IconButton } from '@/shared/ui/IconButton';
import { type MovementBar, movementBar } from './dashboardFigures';
import type { DashboardSearch } from './dashboardSearch';
import { GrowthTable, MovementTable } from './MonthTable';

export interface DashboardChartsProps {
  metrics: DashboardMetrics;
  onSearch: OnSearch<DashboardSearch>;
}

const height = 212;
const axisWidth = 68;
const tick = { fill: 'var(--ink-3)', fontSize: 11 };

const growthSeries = [
  { key: 'invoiced_cents', text: 'invoiced', colour: 'var(--series-6)', dot: 'bg-series-6' },
  { key: 'received_cents', text: 'receivedShort', colour: 'var(--series-2)', dot: 'bg-series-2' },
  { key: 'mrr_cents', text: 'mrr', colour: 'var(--series-1)', dot: 'bg-series-1' },
] as const;

const movementSeries = [
  { key: 'first', kind: 'new', colour: 'var(--paid)', dot: 'bg-paid' },
  { key: 'expansion', kind: 'expansion', colour: 'var(--series-2)', dot: 'bg-series-2' },
  { key: 'reactivation', kind: 'reactivation', colour: 'var(--series-1)', dot: 'bg-series-1' },
  { key: 'contraction', kind: 'contraction', colour: 'var(--series-3)', dot: 'bg-series-3' },
  { key: 'churn', kind: 'churn', colour: 'var(--overdue)', dot: 'bg-overdue' },
] as const;

/** Twelve months of growth and of movements. Either is a picture or, for whoever cannot use one, a table. */
export default function DashboardCharts({ metrics, onSearch }: DashboardChartsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid min-w-0 gap-3">
      <ChartCard
        title={t('dashboard.growth')}
        legend={growthSeries.map((series) => ({ text: t(`dashboard.${series.text}`), dot: series.dot }))}
        chart={<GrowthChart metrics={metrics} />}
        table={<GrowthTable metrics={metrics} />}
      />
      <ChartCard
        title={t('dashboard.movements')}
        legend={movementSeries.map((series) => ({
          text: t(`dashboard.kind.${series.kind}`),
          dot: series.dot,
        }))}
        chart={<MovementChart metrics={metrics} onSearch={onSearch} />}
        table={<MovementTable metrics={metrics} onSearch={onSearch} />}
      />
    </div>
  );
}

interface ChartCardProps {
  title: string;
  legend: readonly { text: string; dot: string }[];
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
                <span aria-hidden className={`size-2 rounded-[2px] ${entry.dot}`} />
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
  const months = metrics.months;
  const open = (month: DashboardMonth | undefined) =>
    month && void navigate({ to: '/portfolio', search: { as_of: month.to, counting: true } });
  return (
    <>
      <Plot>
        <ComposedChart
          data={months}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          barGap={2}
          barCategoryGap="28%"
          accessibilityLayer={false}
          onClick={(state) => open(months[Number(state.activeTooltipIndex)])}
          className="*:cursor-pointer"
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis dataKey="month" hide />
          <MoneyAxis currency={metrics.currency} />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const month = active ? (payload?.[0]?.payload as DashboardMonth | undefined) : undefined;
              return month ? (
                <ChartNote
                  title={format.month(month.month)}
                  rows={[...growthSeries].reverse().map((series) => ({
                    name: t(`dashboard.${series.text}`),
                    dot: series.dot,
                    value: format.money(month[series.key], metrics.currency),
                  }))}
                />
              ) : null;
            }}
          />
          <Bar
            dataKey="invoiced_cents"
            fill="var(--series-6)"
            fillOpacity={0.45}
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
          />
          <Bar
            dataKey="received_cents"
            fill="var(--series-2)"
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
          />
          <Line
            dataKey="mrr_cents"
            type="monotone"
            stroke="var(--series-1)"
            strokeWidth={2}
            dot={false}
            activeDot={{ r: 3.5 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </Plot>
      <Months
        months={months}
        labelOf={(month) =>
          t('dashboard.monthMrr', {
            month: format.longMonth(month.month),
            amount: format.money(month.mrr_cents, metrics.currency),
          })
        }
        onOpen={open}
      />
    </>
  );
}

function MovementChart({ metrics, onSearch }: DashboardChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const bars = metrics.months.map(movementBar);
  const open = (month: { month: string } | undefined) =>
    month && onSearch({ rows: 'movements', month: month.month, kind: undefined });
  return (
    <>
      <Plot>
        <BarChart
          data={bars}
          stackOffset="sign"
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          barCategoryGap="34%"
          accessibilityLayer={false}
          onClick={(state) => open(bars[Number(state.activeTooltipIndex)])}
          className="*:cursor-pointer"
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis dataKey="month" hide />
          <MoneyAxis currency={metrics.currency} />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const bar = active ? (payload?.[0]?.payload as MovementBar | undefined) : undefined;
              return bar ? (
                <ChartNote
                  title={format.month(bar.month)}
                  rows={[
                    ...movementSeries
                      .filter((series) => bar[series.key] !== 0)
                      .map((series) => ({
                        name: t(`dashboard.kind.${series.kind}`),
                        dot: series.dot,
                        value: format.money(bar[series.key], metrics.currency),
                      })),
                    { name: t('dashboard.net'), value: format.money(bar.net, metrics.currency) },
                  ]}
                />
              ) : null;
            }}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          {movementSeries.map((series) => (
            <Bar
              key={series.key}
              dataKey={series.key}
              stackId="movement"
              fill={series.colour}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </Plot>
      <Months
        months={metrics.months}
        labelOf={(month) =>
          t('dashboard.monthMovements', {
            month: format.longMonth(month.month),
            amount: format.money(movementBar(month).net, metrics.currency),
          })
        }
        onOpen={open}
      />
    </>
  );
}

/** The picture; what it shows is said by the buttons under it and by the table. */
function Plot({ children }: { children: React.ComponentProps<typeof ResponsiveContainer>['children'] }) {
  return (
    <div aria-hidden>
      <ResponsiveContainer height={height}>{children}</ResponsiveContainer>
    </div>
  );
}

function MoneyAxis({ currency }: { currency: string }) {
  const format = useFormat();
  return (
    <YAxis
      width={axisWidth}
      tickCount={5}
      axisLine={false}
      tickLine={false}
      tick={tick}
      tickFormatter={(cents: number) => format.moneyCompact(cents, currency)}
    />
  );
}

/** The names of the months are buttons, so that a keyboard opens what a click on a column does. */
function Months({
  months,
  labelOf,
  onOpen,
}: {
  months: readonly DashboardMonth[];
  labelOf: (month: DashboardMonth) => string;
  onOpen: (month: DashboardMonth) => void;
}) {
  const format = useFormat();
  return (
    <ul className="grid grid-cols-12" style={{ paddingLeft: axisWidth }}>
      {months.map((month) => (
        <li key={month.month} className="min-w-0">
          <button
            type="button"
            onClick={() => onOpen(month)}
            className="h-6 w-full truncate rounded-sm text-xs text-ink-3 hover:bg-hover hover:text-ink max-md:text-[0.625rem] max-md:tracking-tight pointer-coarse:h-8"
          >
            <span className="max-md:hidden">{format.monthName(month.month)}</span>
            <span className="md:hidden">{format.monthName(month.month).slice(0, 3)}</span>
            <span className="sr-only"> {labelOf(month)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function ChartNote({
  title,
  rows,
}: {
  title: string;
  rows: readonly { name: string; value: string; dot?: string }[];
}) {
  return (
    <div className="min-w-44 rounded-sm border border-line bg-raised px-2.5 py-1.5 text-sm shadow-float">
      <p className="font-medium">{title}</p>
      {rows.map((row) => (
        <p key={row.name} className="tabular flex items-center gap-1.5">
          {row.dot && <span className={`size-2 rounded-[2px] ${row.dot}`} />}
          <span className="mr-auto pr-4 text-ink-2">{row.name}</span> {row.value}
        </p>
      ))}
    </div>
  );
}
