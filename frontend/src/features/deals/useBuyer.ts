import { useQuery } from '@tanstack/react-query';
import type { DealSummary } from '@/shared/api/gen';
import { getCompany } from '@/shared/api/gen/companies';
import { getContact } from '@/shared/api/gen/contacts';
import { getCustomer, listCustomers } from '@/shared/api/gen/customers';
import { useCan } from '@/shared/session/useSession';
import { type Buyer, sameBuyer } from './winForm';

export interface KnownBuyer extends Buyer {
  customer?: { id: string; name: string };
}

/** Who buys, from what the CRM and the customers already say: nobody types again what is on record. */
export function useBuyer(deal: DealSummary) {
  const can = useCan();
  const may = {
    companies: can('crm.companies:read'),
    contacts: can('crm.contacts:read'),
    customers: can('customers.customers:read'),
  };
  return useQuery({
    queryKey: ['buyer', deal.id, deal.company_id, deal.contact_id, deal.customer_id, may],
    // As it is now: what is billed hangs on it.
    staleTime: 0,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }): Promise<KnownBuyer> => {
      const read = { signal, throwOnError: true } as const;
      const [company, contact, named] = await Promise.all([
        may.companies && deal.company_id
          ? getCompany({ path: { id: deal.company_id }, ...read }).then(({ data }) => data)
          : undefined,
        may.contacts && deal.contact_id
          ? getContact({ path: { id: deal.contact_id }, ...read }).then(({ data }) => data)
          : undefined,
        may.customers && deal.customer_id
          ? getCustomer({ path: { id: deal.customer_id }, ...read }).then(({ data }) => data)
          : undefined,
      ]);
      if (named || !may.customers || !company) return { company, contact, customer: named };
      const words = [company.tax_id, company.name].filter((one) => one !== null && one !== undefined);
      const found = await Promise.all(
        words.map((q) => listCustomers({ query: { q, limit: 20 }, ...read }).then(({ data }) => data.data)),
      );
      const customer = sameBuyer(found.flat(), { companyId: company.id, taxId: company.tax_id });
      return { company, contact, customer };
    },
  });
}
