import type { TFunction } from 'i18next';
import type { Role } from '@/shared/api/gen';
import { resources } from '@/shared/resources';

/** The roles that come with Pulso, from the most to the least powerful. Others are the company's own and have a name. */
export const builtInRoles = ['admin', 'manager', 'agent', 'finance', 'technician', 'viewer'] as const;

export type BuiltInRole = (typeof builtInRoles)[number];

export function isBuiltIn(role: string): role is BuiltInRole {
  return (builtInRoles as readonly string[]).includes(role);
}

/** What a role is called: in the language of the screen, or as the company named it. */
export function roleName(t: TFunction, role: string, ownName: string | null | undefined): string {
  return isBuiltIn(role) ? t(`permissions.roles.${role}`) : (ownName ?? role);
}

const menu = resources.map(({ table }): string => table);
const place = (kind: string) => (menu.includes(kind) ? menu.indexOf(kind) : menu.length);

/** The kinds of record that have an owner, as the menu has them: every role tells its reach of all of them. */
export function ownedKinds(roles: readonly Pick<Role, 'record_scopes'>[]): string[] {
  const kinds = new Set(roles.flatMap(({ record_scopes }) => Object.keys(record_scopes)));
  return [...kinds].sort((one, other) => place(one) - place(other));
}
