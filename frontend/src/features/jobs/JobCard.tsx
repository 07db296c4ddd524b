import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { RunAttempts, RunBadge, RunCounts } from './RunFacts';
import { isActive, jobName } from './runState';

export function JobCard({ job, onRun }: { job: Job; onRun: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const run = job.last_run;
  const active = run !== null && isActive(run);
  return (
    <Card>
      <div className="flex h-full flex-col gap-3">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 className="font-semibold">{jobName(job.name)}</h2>
            <p className="tabular text-ink-2" title={t('jobs.zone', { zone: format.zone })}>
              {t('jobs.everyDay', { time: job.runs_at })}
            </p>
          </div>
          {can('jobs.runs:run') && (
            <Button
              icon={Play}
              busy={active}
              aria-label={t('jobs.runNamed', { job: jobName(job.name) })}
              onClick={onRun}
            >
              {t('jobs.run')}
            </Button>
          )}
        </div>
        <p className="text-ink-2">{textOr(`jobs.description.${job.name}`, job.name, job.description)}</p>
        <div className="mt-auto border-t border-line-soft pt-3">
          {active && <ProgressBar value={null} label={t('jobs.progress')} className="mb-2" />}
          {run ? (
            <>
              <p className="flex flex-wrap items-center gap-2">
                <span className="text-ink-2">{t('jobs.lastRun')}</span>
                <span className="tabular">{format.dateTime(run.finished_at ?? run.started_at)}</span>
                <RunBadge run={run} />
              </p>
              <p className="mt-1 text-ink-2">
                <RunCounts run={run} />
              </p>
              <p>
                <RunAttempts run={run} />
              </p>
            </>
          ) : (
            <p className="text-ink-3">{t('jobs.never')}</p>
          )}
        </div>
      </div>
    </Card>
  );
}
