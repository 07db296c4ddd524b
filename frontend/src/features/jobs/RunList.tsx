import { Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobRun } from '@/shared/api/gen';
import { listJobRunsInfiniteOptions } from '@/shared/api/gen/jobs/query';
import { useFormat } from '@/shared/format/useFormat';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useRows } from '@/shared/records/useRows';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { RunAttempts, RunBadge, RunCounts } from './RunFacts';
import { runError } from './runError';
import { isActive, jobName, seconds } from './runState';

export function RunList({ job }: { job?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRows<JobRun>(listJobRunsInfiniteOptions({ query: { job, limit: 50 } }), {
    refetchInterval: (rows) => (rows.some(isActive) ? 10_000 : false),
  });
  useLiveQuery('job_run');
  return (
    <DataTable
      label={t('jobs.tableLabel')}
      query={query}
      columns={[
        { id: 'job', header: t('jobs.column.job'), width: '11.5rem', cell: (run) => jobName(run.job) },
        {
          id: 'on',
          header: t('jobs.column.on'),
          width: '7rem',
          cell: (run) => <span className="tabular">{format.date(run.on)}</span>,
        },
        {
          id: 'status',
          header: t('jobs.column.status'),
          width: '7rem',
          cell: (run) => <RunBadge run={run} />,
        },
        {
          id: 'counts',
          header: t('jobs.column.counts'),
          cell: (run) => (
            <span title={runError(run, t) ?? undefined}>
              <RunAttempts run={run} /> <RunCounts run={run} />
            </span>
          ),
        },
        {
          id: 'trigger',
          header: t('jobs.column.trigger'),
          width: '5.5rem',
          hideBelow: 'lg',
          cell: (run) => t(`jobs.trigger.${run.trigger}`),
        },
        {
          id: 'started',
          header: t('jobs.column.started'),
          width: '9rem',
          cell: (run) => <span className="tabular">{format.dateTime(run.started_at)}</span>,
        },
        {
          id: 'took',
          header: t('jobs.column.took'),
          width: '5.5rem',
          align: 'right',
          hideBelow: 'lg',
          cell: (run) => {
            const took = seconds(run, Date.now());
            return took === null ? '' : t('jobs.seconds', { formatted: format.number(took) });
          },
        },
      ]}
      narrow={(run) => (
        <NarrowRow
          title={jobName(run.job)}
          aside={format.date(run.on)}
          detail={
            <>
              <RunAttempts run={run} /> <RunCounts run={run} />
            </>
          }
          badge={<RunBadge run={run} />}
        />
      )}
      empty={
        <EmptyState
          icon={Timer}
          title={t(job ? 'jobs.noneTitle' : 'jobs.emptyTitle')}
          text={t(job ? 'jobs.noneText' : 'jobs.emptyText')}
        />
      }
    />
  );
}
