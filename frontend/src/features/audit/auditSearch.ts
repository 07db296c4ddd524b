import type { AuditAction } from '@/shared/api/gen';
import type { ListSearch } from '@/shared/lib/useRecordPanel';

/** What the address of the audit log says. `id` is the entry whose values are open. */
export interface AuditSearch extends Pick<ListSearch, 'id'> {
  entity?: string;
  entity_id?: string;
  actor_id?: string;
  action?: AuditAction;
  /** Days in the company's time zone, both included. */
  from?: string;
  to?: string;
}

export const auditActions = ['insert', 'update', 'delete'] as const satisfies readonly AuditAction[];

const filterNames = ['entity', 'entity_id', 'actor_id', 'action', 'from', 'to'] as const;
export const noAuditFilters: AuditSearch = Object.fromEntries(filterNames.map((name) => [name, undefined]));

export function isFiltered(search: AuditSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}
