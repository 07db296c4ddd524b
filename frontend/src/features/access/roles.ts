import type { TFunction } from 'i18next';

/** The roles that come with Pulso, from the most to the least powerful. Others are the company's own and have a name. */
export const builtInRoles = ['admin', 'manager', 'agent', 'finance', 'technician', 'viewer'] as const;

export type BuiltInRole = (typeof builtInRoles)[number];

export function isBuiltIn(role: string): role is BuiltInRole {
  return (builtInRoles as readonly string[]).includes(role);
}

/** What a role is called: in the language of the screen, or as the company named it. */
export function roleName(t: TFunction, role: string, ownName: string | null | undefined): string {
  return isBuiltIn(role) ? t(`settings.roles.${role}`) : (ownName ?? role);
}
