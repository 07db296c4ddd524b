import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@/shared/api/gen';
import { listJobsOptions } from '@/shared/api/gen/jobs/query';
import { placeholders } from '@/shared/lib/placeholders';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { FilterChip } from '@/shared/ui/Chip';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { DeadLetters } from './DeadLetters';
import { JobCard } from './JobCard';
import { RunDialog } from './RunDialog';
import { RunList } from './RunList';
import { isActive, jobName } from './runState';

/** What runs by itself, when, and what it did; each may be run by hand. */
export function JobsPage({ job, onJob }: { job?: string; onJob: (job: string | undefined) => void }) {
  const { t } = useTranslation();
  const [running, setRunning] = useState<Job | null>(null);
  const query = useQuery({
    ...listJobsOptions(),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ last_run }) => last_run && isActive(last_run)) ? 10_000 : false,
  });
  useLiveQuery('job_run');
  // As the night goes: what runs first stands first.
  const jobs = [...(query.data?.data ?? [])].sort((one, other) => one.runs_at.localeCompare(other.runs_at));
  return (
    <>
      <PageHeader parent={t('shell.settings.title')} title={t('jobs.title')} />
      {query.error && jobs.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-3 p-4 md:px-5">
          <div className="grid shrink-0 gap-3 md:grid-cols-2 2xl:grid-cols-4">
            {query.isPending
              ? placeholders(4).map((card) => <Skeleton key={card} className="h-40 rounded-lg" />)
              : jobs.map((one) => <JobCard key={one.name} job={one} onRun={() => setRunning(one)} />)}
          </div>
          <DeadLetters />
          <div className="mt-2 flex items-center gap-3">
            <h2 className="font-semibold">{t('jobs.history')}</h2>
            {jobs.length > 1 && (
              <FilterChip
                label={t('jobs.jobFilter')}
                allLabel={t('kit.allFeminine')}
                value={job ?? ''}
                onChange={(value) => onJob(value || undefined)}
                options={jobs.map(({ name }) => ({ value: name, label: jobName(name) }))}
              />
            )}
          </div>
          <div className="flex min-h-72 flex-1 flex-col">
            <RunList job={job} />
          </div>
        </div>
      )}
      {running && <RunDialog job={running} onClose={() => setRunning(null)} />}
    </>
  );
}
