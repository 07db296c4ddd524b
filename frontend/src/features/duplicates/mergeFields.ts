import { queryOptions } from '@tanstack/react-query';
import type { DuplicateKind } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { getContactOptions } from '@/shared/api/gen/contacts/query';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { getLeadOptions } from '@/shared/api/gen/leads/query';
import { named } from '@/shared/api/names';
import { formatPhone } from '@/shared/format/phone';
import { formatTaxId } from '@/shared/format/taxId';

/** A record of any kind that is merged. */
export interface AnyRecord {
  id: string;
  name: string;
  version: number;
}

const fields: Record<DuplicateKind, readonly string[]> = {
  lead: [
    ...['name', 'email', 'phone', 'company_name', 'company_size', 'source', 'owner_id'],
    ...['bant_budget', 'bant_authority', 'bant_need', 'bant_timeline'],
  ],
  company: ['name', 'tax_id', 'domain', 'industry', 'size', 'website', 'phone'],
  contact: ['name', 'email', 'phone', 'position', 'company_id'],
  customer: ['name', 'email', 'phone', 'website', 'company_id', 'account_manager_id', 'tax_id'],
};

/** One of the two, with the names of what it refers to. */
export function recordOf(kind: DuplicateKind, id: string) {
  const options: unknown = {
    lead: () => getLeadOptions(named('lead', id)),
    company: () => getCompanyOptions({ path: { id } }),
    contact: () => getContactOptions(named('contact', id)),
    customer: () => getCustomerOptions({ path: { id } }),
  }[kind]();
  return queryOptions(options as ReturnType<typeof getCompanyOptions>);
}

/** What a field says; another record by its name. */
export function shownValue(record: AnyRecord, field: string): string {
  const values = record as unknown as Record<string, unknown>;
  const raw = values[field];
  if (raw === null || raw === undefined || raw === '') return '';
  if (field === 'phone') return formatPhone(String(raw));
  if (field === 'tax_id') return formatTaxId(String(raw));
  if (field.endsWith('_id')) {
    const other = values[field.replace(/_id$/, '')] as { name?: string } | undefined;
    return other?.name ?? '…';
  }
  return String(raw);
}

const said = (record: AnyRecord, field: string) =>
  (record as unknown as Record<string, unknown>)[field] ?? '';

/** Where the two differ, in the order in which records show it. */
export function fieldsToChoose(kind: DuplicateKind, one: AnyRecord, other: AnyRecord): string[] {
  return fields[kind].filter((field) => said(one, field) !== said(other, field));
}
