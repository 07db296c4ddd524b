import { useQuery } from '@tanstack/react-query';
import { listLostReasonsOptions } from '@/shared/api/gen/lost-reasons/query';

/** The reasons why deals are lost, those that are offered. */
export function useLostReasons() {
  const reasons = useQuery({ ...listLostReasonsOptions(), staleTime: 60_000 }).data?.data;
  return reasons?.filter(({ archived }) => !archived);
}
