import type { AuditEntry } from '@/shared/api/gen';
import { tellingChanges } from '@/shared/records/changes';

/** Says only that somebody was here. */
const isVisit = (entry: AuditEntry) => {
  const changes = tellingChanges(entry);
  return entry.action === 'update' && changes.length === 1 && changes[0]?.field === 'last_login_at';
};

/**
 * A login is one thing that happened, and one row: not a second one that says when somebody was last here, which would bury
 * what was really changed.
 */
export function withoutVisits(entries: readonly AuditEntry[]): AuditEntry[] {
  const logins = new Set(
    entries
      .filter((entry) => entry.entity === 'sessions' && entry.action === 'insert')
      .map((entry) => entry.request_id)
      .filter(Boolean),
  );
  return entries.filter((entry) => !(isVisit(entry) && logins.has(entry.request_id)));
}
