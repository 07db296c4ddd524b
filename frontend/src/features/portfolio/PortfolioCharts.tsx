import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { BillingCycle, DashboardMonth, PortfolioSummary } from '@/shared/api/gen';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';
import { MovementCard } from './MovementCard';
import { barOf, cycleSlices, isEmpty, type Slice, typeSlices } from './portfolioFigures';
import { useServiceTypeName } from './useContractColumns';

export interface PortfolioChartsProps {
  summary: PortfolioSummary;
  /** The months of the whole portfolio, up to today. */
  months?: readonly DashboardMonth[];
  selectedType?: string;
  selectedCycle?: BillingCycle;
  onType: (serviceType: string) => void;
  onCycle: (cycle: BillingCycle) => void;
}

const rowHeight = 28;
const marginColour = 'var(--series-1)';
const costColour = 'var(--series-6)';

/**
 * Revenue per month by service type and by cycle, each split in margin and cost. The bars are drawn by the chart
 * library; names and figures are buttons beside them, so that a keyboard opens the rows behind each as a mouse does.
 */
export default function PortfolioCharts(props: PortfolioChartsProps) {
  const { t } = useTranslation();
  const { summary } = props;
  if (isEmpty(summary)) {
    return (
      <p className="rounded-lg border border-line bg-surface px-4 py-8 text-center text-ink-2">
        {t('portfolio.noFigures')}
      </p>
    );
  }
  return (
    <div className={cx('grid gap-3 lg:grid-cols-2', props.months && 'xl:grid-cols-[5fr_4fr_4fr]')}>
      {props.months && <MovementCard months={props.months} />}
      <Card title={<Title text={t('portfolio.byType')} />} actions={<Legend />}>
        <TypeChart {...props} />
      </Card>
      <Card title={<Title text={t('portfolio.byCycle')} />} actions={<Legend />}>
        <CycleChart {...props} />
      </Card>
    </div>
  );
}

function Title({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <>
      {text} <span className="font-normal text-ink-3">{t('portfolio.perMonth')}</span>
    </>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="flex gap-3 text-sm text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-2 rounded-[2px] bg-series-1" />
        {t('portfolio.marginPart')}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-2 rounded-[2px] bg-series-6" />
        {t('portfolio.costPart')}
      </li>
    </ul>
  );
}

const rowsOf = (slices: readonly Slice[], nameOf: (key: string) => string) =>
  slices.map((slice) => ({ ...slice, name: nameOf(slice.key), bar: barOf(slice) }));

function TypeChart({ summary, selectedType, onType }: PortfolioChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const typeName = useServiceTypeName();
  const rows = rowsOf(typeSlices(summary.by_service_type), (key) =>
    key ? typeName(key) : t('portfolio.others'),
  );
  return (
    <div className="relative min-h-49">
      <div className="pointer-events-none absolute inset-y-0 right-26 left-[36%]">
        <ResponsiveContainer height={rows.length * rowHeight}>
          <BarChart
            data={rows}
            layout="vertical"
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            barSize={12}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis type="category" dataKey="key" hide />
            <Bar dataKey="bar.margin" stackId="mrr" fill={marginColour} isAnimationActive={false} />
            <Bar
              dataKey="bar.cost"
              stackId="mrr"
              fill={costColour}
              radius={[0, 3, 3, 0]}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="relative -mx-2">
        {rows.map((row) => (
          <li key={row.key}>
            <FigureButton
              className="grid h-7 w-full grid-cols-[calc(36%-1rem)_1fr_6.5rem] items-center px-2"
              selected={row.key === selectedType}
              onOpen={row.key ? () => onType(row.key) : undefined}
              title={detailOf(row, format, t)}
            >
              <span className="truncate">{row.name}</span>
              <span className="tabular col-start-3 text-right font-medium text-ink">
                {format.money(row.mrr, summary.currency)}
              </span>
            </FigureButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function detailOf(row: Slice & { name: string }, format: Format, t: TFunction): string {
  return [
    row.name,
    t('portfolio.contractsCount', { count: row.contracts, formatted: format.number(row.contracts) }),
    `${t('portfolio.marginPart')} ${format.money(row.margin)}`,
    `${t('portfolio.costPart')} ${format.money(row.cost)}`,
  ].join(' · ');
}

function FigureButton({
  selected,
  onOpen,
  title,
  className,
  children,
}: {
  selected: boolean;
  onOpen?: () => void;
  title: string;
  className: string;
  children: ReactNode;
}) {
  if (!onOpen) {
    return (
      <span title={title} className={cx(className, 'text-ink-2')}>
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={selected}
      title={title}
      onClick={onOpen}
      className={cx(
        className,
        'rounded-sm text-left text-ink-2 hover:bg-hover/60 hover:text-ink aria-pressed:font-medium aria-pressed:text-accent-ink',
      )}
    >
      {children}
    </button>
  );
}

function CycleChart({ summary, selectedCycle, onCycle }: PortfolioChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = rowsOf(cycleSlices(summary.by_cycle), (key) => t(`portfolio.cycle.${key as BillingCycle}`));
  const axis = 64;
  return (
    <div>
      <ResponsiveContainer height={152}>
        <BarChart
          data={rows}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          maxBarSize={56}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line-soft)" />
          <XAxis dataKey="key" hide />
          <YAxis
            width={axis}
            tickCount={4}
            axisLine={false}
            tickLine={false}
            tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
            tickFormatter={(cents: number) => format.moneyCompact(cents, summary.currency)}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const row = active ? (payload?.[0]?.payload as (typeof rows)[number] | undefined) : undefined;
              return row ? <ChartNote row={row} /> : null;
            }}
          />
          <Bar
            dataKey="bar.cost"
            stackId="mrr"
            fill={costColour}
            isAnimationActive={false}
            cursor="pointer"
            onClick={(_, index) => onCycle(rows[index]?.key as BillingCycle)}
          />
          <Bar
            dataKey="bar.margin"
            stackId="mrr"
            fill={marginColour}
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
            cursor="pointer"
            onClick={(_, index) => onCycle(rows[index]?.key as BillingCycle)}
          />
        </BarChart>
      </ResponsiveContainer>
      <ul className="grid grid-cols-4" style={{ paddingLeft: axis }}>
        {rows.map((row) => (
          <li key={row.key} className="min-w-0">
            <FigureButton
              className="flex w-full min-w-0 flex-col items-center px-0.5 py-0.5"
              selected={row.key === selectedCycle}
              onOpen={() => onCycle(row.key as BillingCycle)}
              title={detailOf(row, format, t)}
            >
              <span className="max-w-full truncate text-sm">{row.name}</span>
              <span className="tabular max-w-full truncate text-sm font-medium text-ink">
                {format.moneyRounded(row.mrr, summary.currency)}
              </span>
            </FigureButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ChartNote({ row }: { row: Slice & { name: string } }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="rounded-sm border border-line bg-raised px-2.5 py-1.5 text-sm shadow-float">
      <p className="font-medium">
        {row.name}{' '}
        <span className="font-normal text-ink-3">
          {t('portfolio.contractsCount', { count: row.contracts, formatted: format.number(row.contracts) })}
        </span>
      </p>
      <p className="tabular flex justify-between gap-4">
        {t('portfolio.marginPart')} <span>{format.money(row.margin)}</span>
      </p>
      <p className="tabular flex justify-between gap-4">
        {t('portfolio.costPart')} <span>{format.money(row.cost)}</span>
      </p>
    </div>
  );
}
