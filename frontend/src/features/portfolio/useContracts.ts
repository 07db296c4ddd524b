import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { changedBut } from '@/shared/api/changes';
import type { Contract, ContractStatus, ContractSummary } from '@/shared/api/gen';
import { getContractQueryKey, listContractsInfiniteOptions } from '@/shared/api/gen/contracts/query';
import { named, names } from '@/shared/api/names';
import { useRows } from '@/shared/records/useRows';
import type { PortfolioSearch } from './portfolioSearch';

const pageSize = 100;

/** Which states are asked for: a day to end on is none of what is paused or has ended, nor a review of the latter. */
const statuses = (search: PortfolioSearch): ContractStatus[] | undefined => {
  if (search.status) return [search.status];
  if (search.end_on_from || search.end_on_to) return ['active', 'trial'];
  return search.next_review_on_to ? ['active', 'trial', 'frozen'] : undefined;
};

/** Contracts as the address filters them; `countingOn` keeps those that the figures of that day count. */
export function useContracts(search: PortfolioSearch, countingOn?: string) {
  return useRows<ContractSummary>(
    listContractsInfiniteOptions({
      query: {
        q: search.q,
        service_type: search.service_type,
        status: statuses(search),
        billing_cycle: search.billing_cycle && [search.billing_cycle],
        customer_id: search.customer_id,
        counting_on: countingOn,
        end_on_from: search.end_on_from,
        end_on_to: search.end_on_to,
        next_review_on_to: search.next_review_on_to,
        sort: search.sort ?? 'title',
        limit: pageSize,
        ...names.contract,
      },
    }),
  );
}

/** Puts a contract the server has answered with where it is shown, and has every sum of contracts read again. */
export function keepContract(client: QueryClient, contract: Contract): Promise<void> {
  const key = getContractQueryKey(named('contract', contract.id));
  client.setQueryData(key, contract);
  return changedBut(client, key, 'contract');
}

export function useKeepContract(): (contract: Contract) => Promise<void> {
  const client = useQueryClient();
  return (contract) => keepContract(client, contract);
}
