import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { getDashboardMetricsOptions } from '@/shared/api/gen/dashboard/query';
import { getPortfolioSummaryOptions } from '@/shared/api/gen/portfolio/query';
import { addDays, endOfMonth } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useFilters } from '@/shared/records/useFilters';
import { useCan } from '@/shared/session/useSession';
import { DateChip } from '@/shared/ui/DateChip';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { Tooltip } from '@/shared/ui/Tooltip';
import { ContractList } from './ContractList';
import { PortfolioCharts } from './PortfolioCharts';
import { PortfolioTiles } from './PortfolioTiles';
import type { ContractViewProps, PortfolioSearch } from './portfolioSearch';

export function PortfolioPage({ search, onSearch }: ContractViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const table = useRef<HTMLElement>(null);
  const today = format.today();
  const asOf = search.as_of ?? today;
  const filter = {
    customer_id: search.customer_id,
    service_type: search.service_type,
    status: search.status && [search.status],
    billing_cycle: search.billing_cycle && [search.billing_cycle],
  };
  const summary = useQuery({
    ...getPortfolioSummaryOptions({ query: { ...filter, as_of: asOf } }),
    placeholderData: keepPreviousData,
  });
  const before = useQuery({
    ...getPortfolioSummaryOptions({ query: { ...filter, as_of: addDays(asOf, -30) } }),
    placeholderData: keepPreviousData,
  });
  // The past of the whole portfolio, seen from today: another day has no such history to show, and a filter does not narrow
  // it, which its title says.
  const whole = Object.values(filter).every((value) => !value);
  const hasHistory = asOf === today && can('reports.dashboard:read');
  const history = useQuery({ ...getDashboardMetricsOptions(), staleTime: 60_000, enabled: hasHistory });
  const months = asOf === today ? history.data?.months : undefined;
  const counting = useFilters({ search, onSearch }, () => '');

  /** The rows behind a figure: the filter is set, and the table comes into view where it lies below the fold. */
  const openRows = (patch: PortfolioSearch) => {
    onSearch(patch);
    table.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  // With a status the server sums the contracts of that status, so the rows behind the figure are those.
  const counted: PortfolioSearch = search.status ? {} : { counting: true };

  return (
    <ContractList
      search={search}
      onSearch={onSearch}
      countingOn={search.counting ? asOf : undefined}
      around={{
        before: {
          names: ['as_of'],
          chip: (
            <DateChip
              label={t('portfolio.asOf')}
              value={asOf}
              quiet={asOf === today}
              onChange={(day) => onSearch({ as_of: !day || day === today ? undefined : day })}
              presets={[
                { label: t('portfolio.today'), value: today },
                { label: t('portfolio.endOfLastMonth'), value: endOfMonth(today, -1) },
                { label: t('portfolio.endOfMonth'), value: endOfMonth(today) },
                { label: t('portfolio.endOfYear'), value: `${Number(today.slice(0, 4)) - 1}-12-31` },
              ]}
            />
          ),
        },
        after: counting.link(['counting'], t('portfolio.counting', { date: format.date(asOf) })),
      }}
      above={{
        title: t('portfolio.title'),
        table,
        actions: (
          <Tooltip content={t('kit.policyHint')}>
            <button type="button" className="hidden rounded-sm text-sm text-ink-3 lg:block">
              {t('kit.policy')}
            </button>
          </Tooltip>
        ),
        node: summary.error ? (
          <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />
        ) : (
          <>
            <PortfolioTiles
              summary={summary.data}
              before={before.data}
              trend={whole ? months?.map((month) => month.mrr_cents) : undefined}
              onOpen={(sort) => openRows({ ...counted, sort })}
            />
            {summary.data ? (
              <PortfolioCharts
                summary={summary.data}
                months={months}
                whole={whole}
                monthsWait={hasHistory && history.isPending}
                selectedType={search.service_type}
                selectedCycle={search.billing_cycle}
                onPick={(bar) => openRows({ ...counted, ...bar })}
              />
            ) : (
              <ChartsSkeleton cards={hasHistory ? 3 : 2} />
            )}
          </>
        ),
      }}
    />
  );
}

function ChartsSkeleton({ cards }: { cards: 2 | 3 }) {
  return (
    <div className={cx('grid gap-3 lg:grid-cols-2', cards === 3 && 'xl:grid-cols-[5fr_4fr_4fr]')} aria-hidden>
      {['movement', 'type', 'cycle'].slice(3 - cards).map((card) => (
        <Skeleton key={card} className="h-66 rounded-lg" />
      ))}
    </div>
  );
}
