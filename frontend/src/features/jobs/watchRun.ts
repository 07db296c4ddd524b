import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { changed } from '@/shared/api/changes';
import { getJobRun } from '@/shared/api/gen/jobs';
import { toast } from '@/shared/ui/toast';
import { runError } from './runError';
import { countName, countsOf, isActive, jobName } from './runState';

const everyMs = 700;
const mostMs = 10 * 60_000;

/**
 * Follows a run until it is over, also when one has gone on to another page, then tells what it did and has every list
 * it may have changed read again. A server that does not answer for a moment ends nothing.
 */
export async function watchRun(client: QueryClient, id: string): Promise<void> {
  for (const until = Date.now() + mostMs; Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const answer = await getJobRun({ path: { id } }).catch(() => undefined);
    const run = answer?.data;
    if (!run || isActive(run)) continue;
    const counts = countsOf(run)
      .map(([name, count]) => `${count} ${countName(name, count)}`)
      .join(' · ');
    const job = jobName(run.job);
    if (run.status === 'failed')
      toast.failed(i18next.t('jobs.dialog.failed', { job }), {
        detail: runError(run, i18next.t) ?? undefined,
      });
    else toast.done(i18next.t('jobs.dialog.done', { job }), { detail: counts || i18next.t('jobs.nothing') });
    await changed(client, 'job_run', 'invoice', 'contract', 'customer');
    return;
  }
}
