import { useQuery } from '@tanstack/react-query';
import { listServiceTypesOptions } from '@/shared/api/gen/portfolio/query';
import { listUsers } from '@/shared/api/gen/users';
import { listUsersQueryKey } from '@/shared/api/gen/users/query';
import { everyRow } from '@/shared/api/pages';
import { useCan } from '@/shared/session/useSession';
import type { SelectOption } from '@/shared/ui/Select';

/** The people of the tenant, for owner fields and filters. Empty for a role that may not list them. */
export function useUserOptions(): SelectOption[] {
  const can = useCan();
  const users = useQuery({
    queryKey: [...listUsersQueryKey(), 'every'],
    queryFn: ({ signal }) =>
      everyRow((query) => listUsers({ query: { ...query, sort: 'name' }, signal, throwOnError: true })),
    enabled: can('people.users:read'),
    staleTime: 5 * 60_000,
  });
  return users.data?.map((user) => ({ value: user.id, label: user.name })) ?? [];
}

/** Service types of the tenant by code. */
export function useServiceTypes(): SelectOption[] {
  const types = useQuery({ ...listServiceTypesOptions(), staleTime: 5 * 60_000 });
  return types.data?.data.map((type) => ({ value: type.code, label: type.name })) ?? [];
}
