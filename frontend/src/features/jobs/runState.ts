import type { JobRun } from '@/shared/api/gen';
import { textOr } from '@/shared/lib/humanise';
import type { Tone } from '@/shared/ui/Badge';

export const isActive = (run: Pick<JobRun, 'status'>) => run.status === 'queued' || run.status === 'running';

export const runTones: Record<JobRun['status'], Tone> = {
  queued: 'neutral',
  running: 'accent',
  succeeded: 'paid',
  failed: 'overdue',
};

/** Seconds a run took, or has been going on for; null before it starts. */
export function seconds(run: Pick<JobRun, 'started_at' | 'finished_at'>, now: number): number | null {
  if (!run.started_at) return null;
  const end = run.finished_at ? Date.parse(run.finished_at) : now;
  return Math.max(Math.round((end - Date.parse(run.started_at)) / 100) / 10, 0);
}

/** What a run did, without what it did none of. */
export function countsOf(run: Pick<JobRun, 'counts'>): [name: string, count: number][] {
  return Object.entries(run.counts).filter(([, count]) => count !== 0);
}

/** `faturas criadas`, for one or for many. */
export function countName(name: string, count: number): string {
  return textOr(`jobs.counts.${name}`, name, undefined, count).toLowerCase();
}

export const jobName = (job: string) => textOr(`jobs.name.${job}`, job);
