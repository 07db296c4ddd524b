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

/** Every kind of record that leaves entries, as people think of them: sales, portfolio, money, access. */
export const auditedEntities = [
  'deals',
  'leads',
  'companies',
  'contacts',
  'pipelines',
  'stages',
  'customers',
  'contracts',
  'service_types',
  'invoices',
  'invoice_items',
  'payments',
  'tenants',
  'business_hours',
  'holidays',
  'users',
  'invitations',
  'roles',
  'teams',
  'api_keys',
  'sessions',
  'second_factors',
  'recovery_codes',
  'audit_redactions',
  'audit_retirements',
] as const;

const filterNames = ['entity', 'entity_id', 'actor_id', 'action', 'from', 'to'] as const;
export const noAuditFilters: AuditSearch = Object.fromEntries(filterNames.map((name) => [name, undefined]));

export function isFiltered(search: AuditSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}
