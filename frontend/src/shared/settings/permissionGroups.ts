import { resources } from '@/shared/resources';

/** Permissions as the matrix shows them: areas of work, each with what may be done there. */
export interface Area {
  area: string;
  /** `read`, `write`, `run`: those that exist. */
  actions: string[];
}

export interface AreaGroup {
  group: (typeof groups)[number]['group'];
  areas: Area[];
}

const groups = [
  { group: 'sales', of: (area: string) => area.startsWith('crm.') || area === 'files.files' },
  {
    group: 'revenue',
    of: (area: string) => /^(customers|portfolio|billing|reports)\./.test(area),
  },
  { group: 'company', of: (area: string) => /^(company|people|access)\./.test(area) },
  { group: 'system', of: () => true },
] as const;

/** As the menu has them; what is not named stands behind, in the order it comes. */
const order: readonly string[] = [
  'crm.pipelines',
  ...resources.map(({ read }) => areaOf(read)),
  'files.files',
  'reports.dashboard',
  'billing.payments',
  'company.settings',
  'people.users',
  'access.roles',
  'access.api_keys',
  'imports.imports',
  'jobs.runs',
  'work.dead_letters',
  'audit.entries',
  'privacy.erasures',
];
const rank = (area: string) => (order.includes(area) ? order.indexOf(area) : order.length);

export function areaOf(permission: string): string {
  return permission.slice(0, permission.indexOf(':'));
}

/** `crm.deals:read`, `crm.deals:write` -> one area with two actions, in the group it belongs to. */
export function groupPermissions(permissions: readonly string[]): AreaGroup[] {
  const areas = new Map<string, string[]>();
  for (const permission of permissions) {
    const area = areaOf(permission);
    areas.set(area, [...(areas.get(area) ?? []), permission.slice(area.length + 1)]);
  }
  const found = groups.map(({ group }) => ({ group, areas: [] as Area[] }));
  for (const [area, actions] of areas) {
    found[groups.findIndex(({ of }) => of(area))]?.areas.push({ area, actions });
  }
  for (const { areas } of found) areas.sort((one, other) => rank(one.area) - rank(other.area));
  return found.filter((group) => group.areas.length > 0);
}

/** Who may change something may see it; who may not see it cannot change it. */
export function toggled(permissions: readonly string[], permission: string, on: boolean): string[] {
  const area = areaOf(permission);
  const others = permissions.filter((one) => one !== permission);
  if (on) {
    const read = `${area}:read`;
    return permission === read || others.includes(read)
      ? [...others, permission]
      : [...others, read, permission];
  }
  return permission.endsWith(':read') ? others.filter((one) => areaOf(one) !== area) : others;
}
