import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Deal, DealSummary } from '@/shared/api/gen';
import { getDealOptions, getDealQueryKey } from '@/shared/api/gen/deals/query';
import { named } from '@/shared/api/names';

/**
 * The deal that a dialog over the board is about. It opens with the card and goes on with what the server says; `present` is
 * what is known when something is sent, so that a change of somebody else hinders it once and not for ever.
 */
export function useDeal(opened: DealSummary): { deal: DealSummary; present: () => DealSummary } {
  const client = useQueryClient();
  const request = named('deal', opened.id);
  const read = useQuery(getDealOptions(request)).data;
  return {
    deal: read ?? opened,
    present: () => client.getQueryData<Deal>(getDealQueryKey(request)) ?? opened,
  };
}
