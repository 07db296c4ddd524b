import type { ContractSummary } from '@/shared/api/gen';
import { listContractsInfiniteOptions } from '@/shared/api/gen/contracts/query';
import { names } from '@/shared/api/names';
import { useRows } from '@/shared/records/useRows';
import type { PortfolioSearch } from './portfolioSearch';

/** Contracts as the address filters them; `counting_on` keeps those that the figures of that day count. */
export function useContracts(
  { q, sort = 'title', service_type, status, billing_cycle, customer_id, more, ...days }: PortfolioSearch,
  counting_on?: string,
) {
  const { end_on_from, end_on_to, next_review_on_to } = days;
  return useRows<ContractSummary>(
    listContractsInfiniteOptions({
      query: {
        ...{ q, sort, service_type, customer_id, counting_on, end_on_from, end_on_to, next_review_on_to },
        status: status && [status],
        billing_cycle: billing_cycle && [billing_cycle],
        limit: 100,
        ...names.contract,
        ...more,
      },
    }),
  );
}
