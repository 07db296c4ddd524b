import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CountChange, DashboardMetrics } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';
import { compare, funnelShares } from './dashboardFigures';

/** Sales of this month so far: what came in, what became of it. */
export function FunnelCard({ metrics }: { metrics: DashboardMetrics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { funnel } = metrics;
  const steps = [
    { key: 'leads', change: funnel.leads, bar: 'bg-series-1' },
    { key: 'converted', change: funnel.converted, bar: 'bg-series-2' },
    { key: 'won', change: funnel.won, bar: 'bg-paid' },
    { key: 'lost', change: funnel.lost, bar: 'bg-series-6' },
  ] as const;
  const shares = funnelShares(steps.map((step) => step.change.value));
  const rate = (percent: number | null) => (percent === null ? '—' : format.percent(percent / 100));
  return (
    <Card
      title={
        <>
          {t('dashboard.funnel')} <span className="font-normal text-ink-3">{t('dashboard.thisMonth')}</span>
        </>
      }
      flush
    >
      <ul className="px-2 pt-0.5">
        {steps.map((step, at) => (
          <li key={step.key}>
            <Link
              to={step.key === 'leads' ? '/leads' : '/pipeline'}
              search={step.key === 'leads' ? { sort: '-created_at' } : {}}
              className="grid h-8 grid-cols-[7rem_1fr_auto] items-center gap-2 rounded-sm px-2 hover:bg-hover/60 pointer-coarse:h-11"
            >
              <span className="truncate text-ink-2">{t(`dashboard.step.${step.key}`)}</span>
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-line-soft">
                <span
                  className={cx('block h-full rounded-full', step.bar)}
                  style={{ width: `${(shares[at] ?? 0) * 100}%` }}
                />
              </span>
              <span className="tabular flex min-w-18 items-baseline justify-end gap-1.5">
                <span className="font-medium">{format.number(step.change.value)}</span>
                <Difference change={step.change} good={step.key === 'lost' ? 'down' : 'up'} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <dl className="mt-1.5 grid grid-cols-2 border-t border-line-soft text-sm">
        <div className="px-4 py-2.5">
          <dt className="text-ink-3">{t('dashboard.winRate')}</dt>
          <dd className="tabular">
            <span className="text-base font-semibold">{rate(funnel.win_rate_percent)}</span>{' '}
            <span className="text-ink-3">
              {t('dashboard.was', { value: rate(funnel.previous_win_rate_percent) })}
            </span>
          </dd>
        </div>
        <div className="border-l border-line-soft px-4 py-2.5">
          <dt className="text-ink-3">{t('dashboard.wonAmount')}</dt>
          <dd className="tabular text-base font-semibold">
            {format.moneyRounded(funnel.won_amount.value_cents, metrics.currency)}
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Difference({ change, good }: { change: CountChange; good: 'up' | 'down' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { difference, tone } = compare(change, good);
  if (difference === null || difference === 0)
    return <span className="min-w-8 text-right text-sm text-ink-3">=</span>;
  return (
    <span
      title={t('dashboard.was', { value: format.number(change.previous ?? 0) })}
      className={cx('min-w-8 text-right text-sm', tone === 'paid' ? 'text-paid-ink' : 'text-overdue-ink')}
    >
      {difference > 0 ? '+' : ''}
      {format.number(difference)}
    </span>
  );
}
