import i18next from 'i18next';
import { resources } from '@/shared/resources';
import { humanise, textOr } from './humanise';

const split = (permission: string) => {
  const colon = permission.indexOf(':');
  return colon < 0
    ? { area: permission, action: '' }
    : { area: permission.slice(0, colon), action: permission.slice(colon + 1) };
};

/** `crm.leads` as people call it: an area that the product has gained and the texts do not know keeps its own name. */
export const areaText = (area: string): string => textOr(`permissions.areas.${area}`, area, area);

/** A kind of record by its table, as its permissions call it: `deals` as `Negócios`. */
export function recordsText(table: string): string {
  const read = resources.find((resource) => resource.table === table)?.read;
  return read ? areaText(split(read).area) : humanise(table);
}

/** Whose records a role reaches: `Leads: só os seus`. */
export function reachTexts(scopes: Readonly<Record<string, string>>): string[] {
  return Object.entries(scopes).map(
    ([table, scope]) =>
      `${recordsText(table)}: ${textOr(`permissions.scopes.${scope}`, scope).toLowerCase()}`,
  );
}

/** `crm.leads:read`, `crm.leads:write` as `Leads: ver e alterar`, one text for each area, in the order they come. */
export function permissionTexts(permissions: readonly string[]): string[] {
  const areas = new Map<string, string[]>();
  for (const permission of permissions) {
    const { area, action } = split(permission);
    const text = action && textOr(`permissions.actions.${action}`, action, action).toLowerCase();
    areas.set(area, [...(areas.get(area) ?? []), ...(text ? [text] : [])]);
  }
  const list = new Intl.ListFormat(i18next.language, { type: 'conjunction' });
  return [...areas].map(([area, actions]) =>
    actions.length > 0 ? `${areaText(area)}: ${list.format(actions)}` : areaText(area),
  );
}
