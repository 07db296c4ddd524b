import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listRolesOptions } from '@/shared/api/gen/roles/query';
import { listTeamsOptions } from '@/shared/api/gen/teams/query';
import { useCan } from '@/shared/session/useSession';
import type { SelectOption } from '@/shared/ui/Select';
import { builtInRoles, roleName } from './roles';

/** All roles by name; who may not read the company's own ones chooses among the built-in. */
export function useRoleOptions(): SelectOption[] {
  const { t } = useTranslation();
  const can = useCan();
  const roles = useQuery({ ...listRolesOptions(), enabled: can('access.roles:read') });
  const all = roles.data?.data ?? builtInRoles.map((id) => ({ id, name: id }));
  return all.map((role) => ({ value: role.id, label: roleName(t, role.id, role.name) }));
}

export function useTeamOptions(): SelectOption[] {
  const teams = useQuery(listTeamsOptions());
  return teams.data?.data.map((team) => ({ value: team.id, label: team.name })) ?? [];
}
