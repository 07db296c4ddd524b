import type { ListSearch } from '@/shared/lib/useRecordPanel';

/** What the address of the audit log says. `id` is the entry whose values are open. */
export interface AuditSearch extends Pick<ListSearch, 'id'> {
  entity?: string;
  entity_id?: string;
  actor_id?: string;
}

/** The records people look for; any other is reached from one of its entries. */
export const auditedEntities = [
  'deals',
  'leads',
  'companies',
  'contacts',
  'customers',
  'contracts',
  'invoices',
  'payments',
  'pipelines',
  'service_types',
  'users',
  'tenants',
  'business_hours',
  'holidays',
] as const;
