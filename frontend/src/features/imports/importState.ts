import type { Import } from '@/shared/api/gen';
import type { Tone } from '@/shared/ui/Badge';

export const isRunning = (job: Pick<Import, 'status'>) => job.status === 'queued' || job.status === 'running';

/** An import that went through but left rows behind is neither a success nor a failure. */
export function importTone(job: Pick<Import, 'status' | 'failed_count'>): Tone {
  if (job.status === 'failed') return 'overdue';
  if (isRunning(job)) return 'accent';
  return job.failed_count > 0 ? 'attention' : 'paid';
}

/** How far it is, 0 to 1; null while nobody knows how long the file is. */
export function share(job: Pick<Import, 'status' | 'row_count' | 'total_row_count'>): number | null {
  if (!isRunning(job)) return 1;
  return job.total_row_count ? Math.min(job.row_count / job.total_row_count, 1) : null;
}

/** Seconds from start to end, at least a tenth; null while it runs. */
export function secondsTaken(job: Pick<Import, 'started_at' | 'finished_at'>): number | null {
  if (!job.started_at || !job.finished_at) return null;
  return Math.max(Math.round((Date.parse(job.finished_at) - Date.parse(job.started_at)) / 100) / 10, 0.1);
}

/** What the screens call the numbers of an import. */
export const countOf = {
  rows: 'row_count',
  created: 'created_count',
  updated: 'updated_count',
  skipped: 'skipped_count',
  failed: 'failed_count',
} as const;
