import { createCompany, listCompanies } from '@/shared/api/gen/companies';
import { createContact, listContacts } from '@/shared/api/gen/contacts';
import { listContracts } from '@/shared/api/gen/contracts';
import { listCustomers } from '@/shared/api/gen/customers';
import { listDeals } from '@/shared/api/gen/deals';
import { listLeads } from '@/shared/api/gen/leads';
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
  // The latest first: their names are no order that anybody knows.
  deal: {
    find: async (query, signal) =>
      (
        await listDeals({
          query: { ...query, sort: '-created_at', ...names.deal },
          signal,
          throwOnError: true,
        })
      ).data.data.map((deal) => ({
        id: deal.id,
        label: deal.title,
        detail: deal.company?.name ?? deal.contact?.name ?? undefined,
      })),
  },
  lead: {
    find: async (query, signal) =>
      (
        await listLeads({ query: { ...query, sort: '-created_at' }, signal, throwOnError: true })
      ).data.data.map((lead) => ({
        id: lead.id,
        label: lead.name,
        detail: lead.company_name ?? lead.email ?? undefined,
      })),
  },
  contract: {
    find: async (query, signal) =>
      (
        await listContracts({
          query: { ...query, sort: '-start_on', ...names.contract },
          signal,
          throwOnError: true,
        })
      ).data.data.map((contract) => ({
        id: contract.id,
        label: contract.title,
        detail: contract.customer?.name ?? undefined,
      })),
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
