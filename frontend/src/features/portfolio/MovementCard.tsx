import { useNavigate } from '@tanstack/react-router';
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
export function MovementCard({ months, whole }: { months: readonly DashboardMonth[]; whole: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const month = months.at(-1);
  const before = months.at(-2);
  if (!month || !before) return null;
  const { bars, floor, top } = movementBars(before, month);
  const scale = format.moneyScale(top);
  const open = (kind: MovementKind) => {
    if (kind === 'start' || kind === 'end') {
      const day = kind === 'start' ? before.to : month.to;
      void navigate({ to: '/portfolio', search: { as_of: day, counting: true } });
    } else void navigate({ to: '/dashboard', search: { rows: 'movements', month: month.month, kind } });
  };
  const share = (cents: number) => ((cents - floor) / (top - floor || 1)) * 100;
  const names: Record<MovementKind, string> = {
    start: format.shortMonth(before.month),
    new: t('kit.movement.new'),
    expansion: t('kit.movement.expansion'),
    reactivation: t('kit.movement.reactivation'),
    contraction: t('kit.movement.contraction'),
    churn: t('kit.movement.churn'),
    end: format.shortMonth(month.month),
  };
  return (
    <Card
      title={
        <>
          {t('portfolio.movement.title')}{' '}
          <span className="font-normal text-ink-3">
            {format.month(month.month)}, {scale.unit}
            {!whole && ` · ${t('portfolio.movement.whole')}`}
          </span>
        </>
      }
    >
      <ul className="flex h-49 items-stretch gap-px pt-2 sm:gap-1.5">
        {bars.map((bar) => {
          const balance = bar.kind === 'start' || bar.kind === 'end';
          const amount = scale.text(bar.cents);
          return (
            <li
              key={bar.kind}
              className="relative flex min-w-0 flex-1 flex-col rounded-sm hover:bg-hover"
              title={format.money(bar.cents)}
            >
              <button
                type="button"
                onClick={() => open(bar.kind)}
                aria-label={
                  balance
                    ? t('portfolio.movement.openWhole', {
                        month: names[bar.kind],
                        amount: format.money(bar.cents),
                      })
                    : t('portfolio.movement.open', {
                        name: names[bar.kind],
                        amount: format.money(bar.cents),
                      })
                }
                className="absolute inset-0 z-20 rounded-sm"
              />
              <div className="relative mt-4 min-h-0 flex-1">
                <span
                  className="tabular absolute inset-x-0 z-10 text-center text-xs whitespace-nowrap text-ink-2"
                  style={{ bottom: `calc(${share(bar.high)}% + 1px)` }}
                >
                  {bar.cents > 0 && !balance ? `+${amount}` : amount}
                </span>
                <span
                  aria-hidden
                  className={cx('absolute inset-x-[8%] rounded-[3px]', colours[bar.kind])}
                  style={{
                    bottom: `${share(bar.low)}%`,
                    height: `max(${share(bar.high) - share(bar.low)}%, 2px)`,
                  }}
                />
                {balance && floor > 0 && (
                  // The bar does not begin at zero: it is torn where its foot is left out.
                  <svg
                    aria-hidden="true"
                    viewBox="0 0 40 8"
                    preserveAspectRatio="none"
                    className="absolute inset-x-[4%] bottom-2 h-2 w-[92%] text-surface"
                  >
                    <path
                      d="M0 5 5 2l5 3 5-3 5 3 5-3 5 3 5-3 5 3"
                      className="fill-none stroke-current stroke-3"
                    />
                  </svg>
                )}
              </div>
              <span className="mt-1.5 flex justify-center text-[0.625rem] leading-4 whitespace-nowrap text-ink-3 sm:text-xs">
                {names[bar.kind]}
              </span>
            </li>
          );
        })}
      </ul>
      {floor > 0 && (
        <p className="mt-1 text-xs text-ink-3">
          {t('portfolio.movement.cut', { amount: format.moneyCompact(floor) })}
        </p>
      )}
    </Card>
  );
}
