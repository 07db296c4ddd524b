import type { AuditIntegrity } from '@/shared/api/gen';
import { addDays, endOfMonth } from '@/shared/format/date';

/** The periods people ask for, from today in the company's zone. */
export function auditPeriods(today: string) {
  const lastMonth = endOfMonth(today, -1);
  const firstDay = (isoDate: string) => `${isoDate.slice(0, 8)}01`;
  return {
    today: { from: today, to: today },
    week: { from: addDays(today, -6), to: today },
    month: { from: firstDay(today), to: endOfMonth(today) },
    lastMonth: { from: firstDay(lastMonth), to: lastMonth },
  };
}

/** What is wrong, by kind, without what is none of it. */
export function damages(
  integrity: Pick<AuditIntegrity, 'altered_entries' | 'deleted_entries' | 'inserted_entries' | 'bad_blocks'>,
): { kind: 'altered' | 'deleted' | 'inserted' | 'blocks'; count: number }[] {
  return [
    { kind: 'altered' as const, count: integrity.altered_entries },
    { kind: 'deleted' as const, count: integrity.deleted_entries },
    { kind: 'inserted' as const, count: integrity.inserted_entries },
    { kind: 'blocks' as const, count: integrity.bad_blocks },
  ].filter(({ count }) => count > 0);
}
