import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardMetrics } from '@/shared/api/gen';
import { getDashboardMetricsOptions } from '@/shared/api/gen/dashboard/query';
import { useFormat } from '@/shared/format/useFormat';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { Tooltip } from '@/shared/ui/Tooltip';
import { AlertsCard } from './AlertsCard';
import { CustomersCard } from './CustomersCard';
import { DashboardCharts } from './DashboardCharts';
import { DashboardTiles } from './DashboardTiles';
import { isBrandNew } from './dashboardFigures';
import { type DashboardViewProps, noRows } from './dashboardSearch';
import { FunnelCard } from './FunnelCard';
import { GettingStarted } from './GettingStarted';

const RowsPanel = lazy(async () => ({ default: (await import('./RowsPanel')).RowsPanel }));

export function DashboardPage({ search, onSearch }: DashboardViewProps) {
  const { t } = useTranslation();
  // Any write anywhere may change a figure, so every visit reads them again, behind those that are known.
  const metrics = useQuery({ ...getDashboardMetricsOptions(), staleTime: 0 });
  const data = metrics.data;
  return (
    <>
      <PageHeader
        title={t('dashboard.title')}
        note={data ? <Compared metrics={data} /> : !metrics.error && <Skeleton className="h-4 w-64" />}
        actions={
          <Tooltip content={t('kit.policyHint')}>
            <button type="button" className="hidden rounded-sm text-sm text-ink-3 lg:block">
              {t('kit.policy')}
            </button>
          </Tooltip>
        }
      />
      <div className="flex flex-1 flex-col gap-3 px-4 pb-4 md:px-5">
        {metrics.error && !data ? (
          <ErrorState error={metrics.error} onRetry={() => void metrics.refetch()} />
        ) : data && isBrandNew(data) ? (
          <GettingStarted />
        ) : (
          <>
            <DashboardTiles metrics={data} onSearch={onSearch} />
            <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_22rem]">
              {data ? <DashboardCharts metrics={data} onSearch={onSearch} /> : <ChartsSkeleton />}
              <div className="grid min-w-0 gap-3 md:max-xl:grid-cols-2">
                {data ? (
                  <>
                    <AlertsCard metrics={data} onSearch={onSearch} />
                    <FunnelCard metrics={data} />
                    <CustomersCard metrics={data} onSearch={onSearch} />
                  </>
                ) : (
                  <>
                    {/* As high as what is most often there: four alerts. */}
                    <Skeleton className="h-69 rounded-lg" />
                    <Skeleton className="h-60 rounded-lg" />
                    <Skeleton className="h-38 rounded-lg" />
                  </>
                )}
              </div>
            </div>
          </>
        )}
      </div>
      <Suspense>
        {search.rows && (
          <RowsPanel
            rows={search.rows}
            month={search.month ?? data?.comparison.month_from}
            kind={search.kind}
            onSearch={onSearch}
            onClose={() => onSearch(noRows)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Which day this is, and what the changes are against. */
function Compared({ metrics }: { metrics: DashboardMetrics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Object.values(metrics.other_currencies).some((count) => count > 0);
  return (
    <p>
      {t('dashboard.asOf', {
        date: format.date(metrics.as_of),
        flow: format.shortDate(metrics.comparison.last_month_to),
        stock: format.shortDate(metrics.comparison.last_month_end),
      })}
      {left && (
        <span className="text-ink-3"> · {t('dashboard.oneCurrency', { currency: metrics.currency })}</span>
      )}
    </p>
  );
}

function ChartsSkeleton() {
  return (
    <div className="grid min-w-0 gap-3" aria-hidden>
      <Skeleton className="h-77 rounded-lg" />
      <Skeleton className="h-77 rounded-lg" />
    </div>
  );
}
