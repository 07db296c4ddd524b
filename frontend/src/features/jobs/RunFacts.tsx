import { useTranslation } from 'react-i18next';
import type { JobRun } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { Badge } from '@/shared/ui/Badge';
import { runError } from './runError';
import { countName, countsOf, isActive, runTones } from './runState';

export function RunBadge({ run }: { run: JobRun }) {
  const { t } = useTranslation();
  return <Badge tone={runTones[run.status]}>{t(`jobs.status.${run.status}`)}</Badge>;
}

/** `12 faturas criadas · 3 já faturadas`, or why it failed. */
export function RunCounts({ run }: { run: JobRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const error = runError(run, t);
  if (error) return <span className="text-overdue-ink">{error}</span>;
  const counts = countsOf(run);
  if (counts.length === 0) return isActive(run) ? '…' : t('jobs.nothing');
  return counts.map(([name, count]) => `${format.number(count)} ${countName(name, count)}`).join(' · ');
}

/** `2ª tentativa · nova em 21/11/2026 03:06`; nothing of a run that went well at once. */
export function RunAttempts({ run }: { run: JobRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = [
    run.attempt > 1 && t('jobs.attempt', { attempt: run.attempt }),
    run.next_attempt_at && t('jobs.nextAttempt', { at: format.dateTime(run.next_attempt_at) }),
  ].filter(Boolean);
  return words.length > 0 && <span className="tabular text-ink-2">{words.join(' · ')}</span>;
}
