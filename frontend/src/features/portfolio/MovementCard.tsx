import { useTranslation } from 'react-i18next';
import type { DashboardMonth } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';
import { type MovementKind, movementBars } from './portfolioFigures';

const colours: Record<MovementKind, string> = {
  start: 'bg-series-6',
  new: 'bg-paid',
  expansion: 'bg-paid',
  reactivation: 'bg-paid',
  contraction: 'bg-overdue',
  churn: 'bg-overdue',
  end: 'bg-series-6',
};

/** What moved the recurring revenue since the end of last month, as a waterfall. */
export function MovementCard({ months }: { months: readonly DashboardMonth[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const month = months.at(-1);
  const before = months.at(-2);
  if (!month || !before) return null;
  const { bars, floor, top } = movementBars(before, month);
  const share = (cents: number) => ((cents - floor) / (top - floor || 1)) * 100;
  const names: Record<MovementKind, string> = {
    start: format.shortMonth(before.month),
    new: t('portfolio.movement.new'),
    expansion: t('portfolio.movement.expansion'),
    reactivation: t('portfolio.movement.reactivation'),
    contraction: t('portfolio.movement.contraction'),
    churn: t('portfolio.movement.churn'),
    end: format.shortMonth(month.month),
  };
  return (
    <Card
      title={
        <>
          {t('portfolio.movement.title')}{' '}
          <span className="font-normal text-ink-3">
            {format.month(month.month)}, {format.currencySymbol}
          </span>
        </>
      }
    >
      <ul className="flex h-49 items-stretch gap-px pt-2 sm:gap-1.5">
        {bars.map((bar) => {
          const whole = bar.kind === 'start' || bar.kind === 'end';
          const amount = format.compact(bar.cents / 100);
          return (
            <li key={bar.kind} className="flex min-w-0 flex-1 flex-col" title={format.money(bar.cents)}>
              <div className="relative mt-4 min-h-0 flex-1">
                <span
                  className="tabular absolute inset-x-0 z-10 text-center text-xs whitespace-nowrap text-ink-2"
                  style={{ bottom: `calc(${share(bar.high)}% + 1px)` }}
                >
                  {bar.cents > 0 && !whole ? `+${amount}` : amount}
                </span>
                <span
                  aria-hidden
                  className={cx('absolute inset-x-[8%] rounded-[3px]', colours[bar.kind])}
                  style={{
                    bottom: `${share(bar.low)}%`,
                    height: `max(${share(bar.high) - share(bar.low)}%, 2px)`,
                  }}
                />
              </div>
              <span className="mt-1.5 truncate text-center text-[0.625rem] leading-4 text-ink-3 sm:text-xs">
                {names[bar.kind]}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
