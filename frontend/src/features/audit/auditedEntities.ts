import { resources } from '@/shared/resources';

/** Every kind of record that leaves entries: those with a page first, as in the menu. */
export const auditedEntities = [
  ...resources.map(({ table }) => table),
  'pipelines',
  'stages',
  'service_types',
  'products',
  'deal_lines',
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
  'security_events',
  'audit_redactions',
  'audit_retirements',
] as const;
