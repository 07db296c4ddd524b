import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BillingCycle, DashboardMonth, PortfolioSummary } from '@/shared/api/gen';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';
import { axisRoom, ColumnChart } from '@/shared/ui/ColumnChart';
import { Skeleton } from '@/shared/ui/Skeleton';
import { MovementCard } from './MovementCard';
import { barOf, cycleSlices, isEmpty, type Slice, typeSlices } from './portfolioFigures';
import { useServiceTypeName } from './useContractColumns';

export interface PortfolioChartsProps {
  summary: PortfolioSummary;
  /** The months of the whole portfolio, up to today. */
  months?: readonly DashboardMonth[];
  /** No filter narrows the portfolio. */
  whole: boolean;
  /** The months are on their way: their place is kept. */
  monthsWait?: boolean;
  selectedType?: string;
  selectedCycle?: BillingCycle;
  /** Narrows the rows to a bar. */
  onPick: (bar: { service_type: string } | { billing_cycle: BillingCycle }) => void;
}

/**
 * Revenue per month by service type and by cycle, each split in margin and cost. Names and figures are buttons beside the
 * bars, so that a keyboard opens the rows behind each as a mouse does.
 */
export function PortfolioCharts(props: PortfolioChartsProps) {
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
    <div
      className={cx(
        'grid gap-3 lg:grid-cols-2',
        // A single bar says nothing that the filter does not.
        [props.months || props.monthsWait, !props.selectedType, !props.selectedCycle].every(Boolean) &&
          'xl:grid-cols-[5fr_4fr_4fr]',
      )}
    >
      {props.months ? (
        <MovementCard months={props.months} whole={props.whole} />
      ) : (
        props.monthsWait && <Skeleton className="h-66 rounded-lg" />
      )}
      {!props.selectedType && (
        <Card title={<Title text={t('portfolio.byType')} />} actions={<Legend />}>
          <TypeChart {...props} />
        </Card>
      )}
      {!props.selectedCycle && (
        <Card title={<Title text={t('portfolio.byCycle')} />} actions={<Legend />}>
          <CycleChart {...props} />
        </Card>
      )}
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

function TypeChart({ summary, onPick }: PortfolioChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const typeName = useServiceTypeName();
  const rows = rowsOf(typeSlices(summary.by_service_type), (key) =>
    key ? typeName(key) : t('portfolio.others'),
  );
  const most = Math.max(...rows.map((row) => row.bar.margin + row.bar.cost), 1);
  const share = (cents: number) => (cents / most) * 100;
  return (
    <ul className="-mx-2 min-h-49">
      {rows.map((row) => (
        <li key={row.key}>
          <FigureButton
            className="block w-full px-2 pt-0.5 pb-1"
            onOpen={row.key ? () => onPick({ service_type: row.key }) : undefined}
            title={detailOf(row, format, t)}
          >
            <span className="flex items-baseline justify-between gap-3 leading-[1.125rem]">
              <span className="truncate">{row.name}</span>
              <span className="tabular shrink-0 font-medium text-ink">
                {format.money(row.mrr, summary.currency)}
              </span>
            </span>
            <span aria-hidden className="mt-0.5 flex h-1 gap-px">
              <span className="rounded-full bg-series-1" style={{ width: `${share(row.bar.margin)}%` }} />
              <span className="rounded-full bg-series-6" style={{ width: `${share(row.bar.cost)}%` }} />
            </span>
          </FigureButton>
        </li>
      ))}
    </ul>
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
  onOpen,
  title,
  className,
  children,
}: {
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
      title={title}
      onClick={onOpen}
      className={cx(className, 'rounded-sm text-left text-ink-2 hover:bg-hover/60 hover:text-ink')}
    >
      {children}
    </button>
  );
}

function CycleChart({ summary, onPick }: PortfolioChartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = rowsOf(cycleSlices(summary.by_cycle), (key) => t(`states.cycle.${key as BillingCycle}`));
  const scale = format.moneyScale(Math.max(0, ...rows.map((row) => row.mrr)), summary.currency);
  return (
    <div>
      <ColumnChart
        rows={rows}
        keyOf={(row) => row.key}
        columns={[
          [
            { value: (row) => row.bar.cost, colour: 'bg-series-6' },
            { value: (row) => row.bar.margin, colour: 'bg-series-1' },
          ],
        ]}
        steps={3}
        height="h-36"
        axisText={scale.text}
        axisUnit={scale.unit}
        note={(row) => <ChartNote row={row} />}
        onPick={(row) => onPick({ billing_cycle: row.key as BillingCycle })}
      />
      <ul className={cx('grid grid-cols-4', axisRoom)}>
        {rows.map((row) => (
          <li key={row.key} className="min-w-0">
            <FigureButton
              className="flex w-full min-w-0 flex-col items-center px-0.5 py-0.5"
              onOpen={() => onPick({ billing_cycle: row.key as BillingCycle })}
              title={detailOf(row, format, t)}
            >
              <span className="text-xs whitespace-nowrap sm:text-sm">{row.name}</span>
              <span className="tabular text-sm font-medium whitespace-nowrap text-ink">
                {scale.text(row.mrr)}
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
    <>
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
    </>
  );
}
