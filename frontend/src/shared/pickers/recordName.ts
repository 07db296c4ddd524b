import { queryOptions, useQuery } from '@tanstack/react-query';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { getContactOptions } from '@/shared/api/gen/contacts/query';
import { getContractOptions } from '@/shared/api/gen/contracts/query';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { getDealOptions } from '@/shared/api/gen/deals/query';
import { getLeadOptions } from '@/shared/api/gen/leads/query';
import { named } from '@/shared/api/names';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';

/** The kinds of records that are chosen in forms, facts and filters; people are offered as a list, the others are searched. */
export type PickedKind = 'company' | 'contact' | 'contract' | 'customer' | 'deal' | 'lead' | 'user';

/** Where the name of a record is read when nothing but its id is known: in an address, in a record of another module. */
const read = {
  company: (id: string) =>
    queryOptions({
      ...getCompanyOptions({ path: { id } }),
      select: ({ name }) => name as string | undefined,
    }),
  contact: (id: string) =>
    queryOptions({
      ...getContactOptions(named('contact', id)),
      select: ({ name }) => name as string | undefined,
    }),
  customer: (id: string) =>
    queryOptions({
      ...getCustomerOptions({ path: { id } }),
      select: ({ name }) => name as string | undefined,
    }),
  deal: (id: string) =>
    queryOptions({
      ...getDealOptions(named('deal', id)),
      select: ({ title }) => title as string | undefined,
    }),
  lead: (id: string) =>
    queryOptions({
      ...getLeadOptions(named('lead', id)),
      select: ({ name }) => name as string | undefined,
    }),
  contract: (id: string) =>
    queryOptions({
      ...getContractOptions(named('contract', id)),
      select: ({ title }) => title as string | undefined,
    }),
};
export type NamedKind = keyof typeof read;

/** The name of a record by its id. `settled`: it is known, or will not be: there is none, or the role may not read it. */
export function useRecordName(kind: NamedKind, id: string | null | undefined) {
  const may = useCan()(resourceOf(kind).read);
  const asked = Boolean(id) && may;
  const query = useQuery({
    ...(read[kind] as typeof read.company)(id ?? ''),
    enabled: asked,
    staleTime: 60_000,
  });
  return { name: asked ? query.data : undefined, settled: !asked || query.isFetched };
}
