import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastFigures, Goal, MonthForecast } from '@/shared/api/gen';
import { getForecastOptions } from '@/shared/api/gen/forecast/query';
import { listGoals } from '@/shared/api/gen/goals';
import { listGoalsQueryKey } from '@/shared/api/gen/goals/query';
import { names } from '@/shared/api/names';
import { everyRow } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart } from '@/shared/lib/lazyPart';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { Skeleton } from '@/shared/ui/Skeleton';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { moved, type OwnerRow, rowsOf } from './forecastRows';

const GoalDialog = lazyPart(async () => (await import('./GoalDialog')).GoalDialog);

export interface ForecastSearch {
  /** Any day of the first of the three months. */
  from?: string;
}

/** What will be sold, by month and person, beside what each of them aims at. */
export function ForecastPage({
  search,
  onSearch,
}: {
  search: ForecastSearch;
  onSearch: OnSearch<ForecastSearch>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const from = `${(search.from ?? format.today()).slice(0, 7)}-01`;
  const to = moved(from, 2);
  useLiveQuery('deal', 'goal');
  const query = useQuery({
    ...getForecastOptions({ query: { from, to } }),
    placeholderData: keepPreviousData,
  });
  const asked = { month_from: from, month_to: to, ...names.goal };
  const goals = useQuery({
    queryKey: [...listGoalsQueryKey({ query: asked }), 'every'],
    queryFn: ({ signal }) =>
      everyRow((page) => listGoals({ query: { ...asked, ...page }, signal, throwOnError: true })),
    enabled: can('crm.goals:read'),
  });
  const [edited, setEdited] = useState<{ month: string; row: OwnerRow } | null>(null);
  const forecast = query.data;
  return (
    <>
      <PageHeader
        title={t('forecast.title')}
        filters={
          <span className="flex items-center gap-1">
            <IconButton
              icon={ChevronLeft}
              label={t('forecast.before')}
              onClick={() => onSearch({ from: moved(from, -3) })}
            />
            <span className="tabular min-w-40 text-center font-medium">
              {format.month(from)} – {format.month(to)}
            </span>
            <IconButton
              icon={ChevronRight}
              label={t('forecast.after')}
              onClick={() => onSearch({ from: moved(from, 3) })}
            />
          </span>
        }
      />
      <PageBody>
        {query.error && !forecast ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !forecast ? (
          <Skeleton className="h-64 rounded-lg" />
        ) : (
          <div className="flex flex-col gap-3 pb-6">
            {forecast.months.map((month) => (
              <Month
                key={month.month}
                month={month}
                currency={forecast.currency}
                goals={goals.data ?? []}
                onGoal={can('crm.goals:write') ? (row) => setEdited({ month: month.month, row }) : undefined}
              />
            ))}
            {forecast.unscheduled.open_count > 0 && (
              <p className="text-ink-2">
                {t('forecast.unscheduled', {
                  count: forecast.unscheduled.open_count,
                  amount: format.money(forecast.unscheduled.best_case_cents, forecast.currency),
                })}
              </p>
            )}
            {forecast.other_currencies.map((other) => (
              <p key={other.currency} className="text-ink-2">
                {t('forecast.other', {
                  count: other.open_count + other.won_count,
                  amount: format.money(other.best_case_cents, other.currency),
                })}
              </p>
            ))}
          </div>
        )}
      </PageBody>
      <Suspense>
        {edited && (
          <GoalDialog
            month={edited.month}
            owner={edited.row}
            goal={edited.row.goal}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
    </>
  );
}

function Month({
  month,
  currency,
  goals,
  onGoal,
}: {
  month: MonthForecast;
  currency: string;
  goals: readonly Goal[];
  onGoal?: (row: OwnerRow) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const users = useUserOptions();
  const region = useScrollRegion(format.longMonth(month.month));
  const rows = rowsOf(month, goals, currency, users, onGoal !== undefined);
  const aim = rows.reduce((sum, row) => sum + (row.goal?.amount_cents ?? 0), 0);
  const money = (cents: number) => format.moneyRounded(cents, currency);
  return (
    <Card title={format.longMonth(month.month)}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {(['won', 'committed', 'weighted', 'best_case'] as const).map((figure) => (
          <div key={figure}>
            <dt className="text-sm text-ink-2">{t(`forecast.${figure}`)}</dt>
            <dd className="tabular text-lg font-semibold">{money(month[`${figure}_cents`])}</dd>
          </div>
        ))}
        {aim > 0 && (
          <div className="min-w-40">
            <dt className="text-sm text-ink-2">{t('forecast.goal')}</dt>
            <dd className="tabular text-lg font-semibold">{money(aim)}</dd>
            <ProgressBar
              value={month.won_cents / aim}
              label={t('forecast.reached', { percent: format.percent(month.won_cents / aim, 0) })}
              tone={month.won_cents >= aim ? 'paid' : 'accent'}
            />
          </div>
        )}
      </dl>
      {rows.length > 0 && (
        <div ref={region} className="thin-scroll mt-3 overflow-x-auto -outline-offset-2">
          <table aria-label={format.longMonth(month.month)} className="w-full min-w-3xl table-fixed">
            <thead>
              <tr className="text-sm text-ink-2">
                <th scope="col" className="py-1 text-left font-medium">
                  {t('fields.deal.owner_id')}
                </th>
                {(['open', 'won', 'committed', 'weighted', 'best_case', 'goal'] as const).map((column) => (
                  <th key={column} scope="col" className="py-1 pl-3 text-right font-medium">
                    {t(`forecast.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id ?? 'nobody'} row={row} money={money} onGoal={onGoal} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

const none: ForecastFigures = {
  won_cents: 0,
  committed_cents: 0,
  weighted_cents: 0,
  best_case_cents: 0,
  won_count: 0,
  open_count: 0,
  late_count: 0,
};

function Row({
  row,
  money,
  onGoal,
}: {
  row: OwnerRow;
  money: (cents: number) => string;
  onGoal?: (row: OwnerRow) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = row.figures ?? none;
  const goal = row.goal && (
    <>
      {money(row.goal.amount_cents)}
      {row.goal.amount_cents > 0 && (
        <span className="text-ink-2"> · {format.percent(figures.won_cents / row.goal.amount_cents, 0)}</span>
      )}
    </>
  );
  return (
    <tr className="border-t border-line-soft">
      <th scope="row" className="truncate py-1.5 text-left font-normal">
        {row.name ?? (row.id ? '…' : t('kit.nobody'))}
      </th>
      <td className="tabular py-1.5 pl-3 text-right">
        {figures.open_count}
        {figures.late_count > 0 && (
          <span className="text-overdue-ink"> {t('forecast.late', { count: figures.late_count })}</span>
        )}
      </td>
      {(['won', 'committed', 'weighted', 'best_case'] as const).map((figure) => (
        <td key={figure} className="tabular py-1.5 pl-3 text-right">
          {money(figures[`${figure}_cents`])}
        </td>
      ))}
      <td className="tabular py-1.5 pl-3 text-right">
        {onGoal && row.id ? (
          <button
            type="button"
            className="relative rounded-sm px-1.5 hover:bg-hover"
            onClick={() => onGoal(row)}
          >
            {goal || <span className="text-ink-3">{t('forecast.setGoal')}</span>}
            <span className="sr-only"> · {t('forecast.goalOf', { name: row.name })}</span>
          </button>
        ) : (
          goal || <span className="text-ink-3">—</span>
        )}
      </td>
    </tr>
  );
}
