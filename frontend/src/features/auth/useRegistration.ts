import { useQuery } from '@tanstack/react-query';
import type { RegistrationState } from '@/shared/api/gen';
import { getRegistrationOptions } from '@/shared/api/gen/auth/query';

/** Whether this installation takes new companies; undefined until it is known, and where nobody says. */
export function useRegistration(): RegistrationState['status'] | undefined {
  return useQuery({ ...getRegistrationOptions(), staleTime: Number.POSITIVE_INFINITY, retry: false }).data
    ?.status;
}
