import {
  BriefcaseBusiness,
  CalendarDays,
  FileInput,
  FileOutput,
  LayoutDashboard,
  type LucideIcon,
  Settings,
  TrendingUp,
} from 'lucide-react';
import type { Permission } from '@/shared/api/gen';
import type { Messages } from '@/shared/i18n/messages';
import { type Resource, resources } from '@/shared/resources';

/** The menu, grouped as the loop of the product. A page is shown to those whose role may read it. */
export interface NavItem {
  to:
    | Resource['to']
    | '/agenda'
    | '/dashboard'
    | '/forecast'
    | '/portfolio'
    | '/imports'
    | '/exports'
    | '/settings';
  text: keyof Messages['shell']['nav'];
  icon: LucideIcon;
  /** Null: everybody has something there. */
  permission: Permission | null;
}

export interface NavGroup {
  text: NavItem['text'];
  items: readonly NavItem[];
}

/** The lists of records of a group, in the order of the table. */
const lists = (group: Resource['group']): NavItem[] =>
  resources
    .filter((resource) => resource.group === group)
    .map(({ to, text, icon, read }) => ({ to, text, icon, permission: read }));

export const navigation: readonly NavGroup[] = [
  {
    text: 'overview',
    items: [
      { to: '/dashboard', text: 'dashboard', icon: LayoutDashboard, permission: 'reports.dashboard:read' },
    ],
  },
  {
    text: 'sales',
    items: [
      ...lists('sales'),
      { to: '/agenda', text: 'agenda', icon: CalendarDays, permission: 'crm.activities:read' },
      { to: '/forecast', text: 'forecast', icon: TrendingUp, permission: 'crm.deals:read' },
    ],
  },
  {
    text: 'revenue',
    items: [
      {
        to: '/portfolio',
        text: 'portfolio',
        icon: BriefcaseBusiness,
        permission: 'portfolio.contracts:read',
      },
      ...lists('revenue'),
    ],
  },
  {
    text: 'system',
    items: [
      { to: '/imports', text: 'imports', icon: FileInput, permission: 'imports.imports:read' },
      { to: '/exports', text: 'exports', icon: FileOutput, permission: 'lists.exports:write' },
      { to: '/settings', text: 'settings', icon: Settings, permission: null },
    ],
  },
];

/** What is left of the menu for a role. */
export function visibleNavigation(can: (permission: Permission) => boolean): NavGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      items: group.items.filter(({ permission }) => permission === null || can(permission)),
    }))
    .filter((group) => group.items.length > 0);
}
