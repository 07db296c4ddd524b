import { createCompany, listCompanies } from '@/shared/api/gen/companies';
import { createContact, listContacts } from '@/shared/api/gen/contacts';
import { listCustomers } from '@/shared/api/gen/customers';
import { names } from '@/shared/api/names';
import { formatTaxId } from '@/shared/format/taxId';
import type { ResourceKind } from '@/shared/resources';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import type { PickedKind } from './recordName';

/** How records of a kind are found by typing, and made from what was typed where nothing fits. */
interface Pickable {
  /** @param within the record that narrows the search: the company of a contact */
  find: (
    words: { q?: string; sort: 'name'; limit: number },
    signal: AbortSignal,
    within?: string | null,
  ) => Promise<ComboboxItem[]>;
  create?: (name: string, within?: string | null) => Promise<{ id: string; name: string }>;
}

/** One entry for each kind that is searched; its rights are those of the table of records. */
export const pickable: Record<Exclude<PickedKind, 'user'> & ResourceKind, Pickable> = {
  company: {
    find: async (query, signal) =>
      (await listCompanies({ query, signal, throwOnError: true })).data.data.map((company) => ({
        id: company.id,
        label: company.name,
        detail: company.domain ?? undefined,
      })),
    create: async (name) => (await createCompany({ body: { name }, throwOnError: true })).data,
  },
  contact: {
    find: async (query, signal, within) =>
      (
        await listContacts({
          query: { ...query, company_id: within ?? undefined, ...names.contact },
          signal,
          throwOnError: true,
        })
      ).data.data.map((contact) => ({
        id: contact.id,
        label: contact.name,
        detail: contact.email ?? contact.company?.name ?? undefined,
      })),
    create: async (name, within) =>
      (await createContact({ body: { name, company_id: within ?? null }, throwOnError: true })).data,
  },
  customer: {
    find: async (query, signal) =>
      (await listCustomers({ query, signal, throwOnError: true })).data.data.map((customer) => ({
        id: customer.id,
        label: customer.name,
        detail: customer.tax_id ? formatTaxId(customer.tax_id) : (customer.email ?? undefined),
      })),
  },
};
