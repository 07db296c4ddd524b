import type { AuditEntry } from '@/shared/api/gen';

/** One field of a record, before and after; undefined on the side where the record did not have it. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** What changes with every write and says nothing: who reads a history looks past them. */
const bookkeeping = new Set(['version', 'updated_at']);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What stands in the fields of the company is a change each: `custom.placa`. */
const apart = (row: Record<string, unknown>): Record<string, unknown> => {
  const { custom, ...fields } = row;
  if (custom === null || typeof custom !== 'object') return row;
  const each = Object.entries(custom).map(([key, value]) => [`custom.${key}`, value] as const);
  return { ...fields, ...Object.fromEntries(each) };
};

/**
 * The fields of an entry, those that tell something first. An insert shows what it filled, an update what it changed, a
 * delete what is gone.
 */
export function changesOf(entry: Pick<AuditEntry, 'action' | 'before' | 'after'>): Change[] {
  const before = apart(entry.before ?? {});
  const after = apart(entry.after ?? {});
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter(
      ({ before: was, after: is }) =>
        (entry.action === 'update' && !same(was, is)) ||
        (entry.action !== 'update' && (was ?? is ?? null) !== null),
    )
    .sort((one, other) => Number(bookkeeping.has(one.field)) - Number(bookkeeping.has(other.field)));
}

/** The changes worth a word in a list. */
export const tellingChanges = (entry: Pick<AuditEntry, 'action' | 'before' | 'after'>) =>
  changesOf(entry).filter(({ field }) => !bookkeeping.has(field));

/** Fields with a few fixed words, and where their texts are. */
const wordLists: Record<string, string> = {
  'activities.type': 'crm.activity.types',
  'contracts.status': 'states.contract',
  'contracts.billing_cycle': 'states.cycle',
  'products.charge': 'states.cycle',
  'deal_lines.charge': 'states.cycle',
  'customers.kind': 'customers.kind',
  'customers.billing_status': 'states.billing',
  'deals.status': 'crm.deal.status',
  'invoices.status': 'states.invoiceStatus',
  'invoice_items.kind': 'billing.kind',
  'leads.stage': 'crm.lead.stages',
  'payments.method': 'billing.method',
};

/** The key of the text of a value, when its field has fixed words. */
export function wordKey(entity: string, field: string, value: unknown): string | null {
  const list = wordLists[`${entity}.${field}`];
  return list && typeof value === 'string' ? `${list}.${value}` : null;
}

/** What kind of value a field holds, told by its name and by the value itself. */
export type ValueKind = 'nothing' | 'money' | 'date' | 'instant' | 'flag' | 'text' | 'data';

export function kindOf(field: string, value: unknown): ValueKind {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'object') return Array.isArray(value) && value.length === 0 ? 'nothing' : 'data';
  if (field.endsWith('_cents') && typeof value === 'number') return 'money';
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:/.test(value)) return 'instant';
  return 'text';
}
