import {
  Building2,
  CalendarClock,
  CircleUserRound,
  CopyCheck,
  Filter,
  History,
  KeyRound,
  ListPlus,
  type LucideIcon,
  Package,
  ShieldCheck,
  SquareKanban,
  Timer,
  UserCog,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '@/shared/api/gen';

/** The pages of the settings, in the groups that their menu shows. */
export interface SettingsPage {
  to:
    | '/settings/company'
    | '/settings/calendar'
    | '/settings/products'
    | '/settings/leads'
    | '/settings/pipelines'
    | '/settings/fields'
    | '/duplicates'
    | '/settings/users'
    | '/settings/roles'
    | '/settings/teams'
    | '/settings/api-keys'
    | '/settings/profile'
    | '/settings/security'
    | '/jobs'
    | '/audit';
  text:
    | 'shell.settings.company'
    | 'shell.settings.calendar'
    | 'shell.settings.products'
    | 'shell.settings.leads'
    | 'shell.settings.pipelines'
    | 'shell.settings.customFields'
    | 'shell.settings.duplicates'
    | 'shell.settings.users'
    | 'shell.settings.rolesTab'
    | 'shell.settings.teams'
    | 'shell.settings.apiKeys'
    | 'shell.settings.profile'
    | 'shell.settings.security'
    | 'shell.nav.jobs'
    | 'shell.nav.audit';
  icon: LucideIcon;
  /** Null: everybody's own. */
  permission: Permission | null;
}

export interface SettingsGroup {
  text:
    | 'shell.settings.groupCompany'
    | 'shell.settings.groupAccess'
    | 'shell.settings.groupSystem'
    | 'shell.settings.groupOwn';
  pages: readonly SettingsPage[];
}

export const settingsGroups: readonly SettingsGroup[] = [
  {
    text: 'shell.settings.groupCompany',
    pages: [
      {
        to: '/settings/company',
        text: 'shell.settings.company',
        icon: Building2,
        permission: 'company.settings:read',
      },
      {
        to: '/settings/calendar',
        text: 'shell.settings.calendar',
        icon: CalendarClock,
        permission: 'company.settings:read',
      },
      {
        to: '/settings/products',
        text: 'shell.settings.products',
        icon: Package,
        permission: 'crm.products:read',
      },
      {
        to: '/settings/leads',
        text: 'shell.settings.leads',
        icon: Filter,
        permission: 'crm.leads:read',
      },
      {
        to: '/settings/pipelines',
        text: 'shell.settings.pipelines',
        icon: SquareKanban,
        permission: 'crm.pipelines:read',
      },
      {
        to: '/settings/fields',
        text: 'shell.settings.customFields',
        icon: ListPlus,
        permission: 'company.settings:read',
      },
    ],
  },
  {
    text: 'shell.settings.groupAccess',
    pages: [
      { to: '/settings/users', text: 'shell.settings.users', icon: Users, permission: 'people.users:read' },
      {
        to: '/settings/roles',
        text: 'shell.settings.rolesTab',
        icon: UserCog,
        permission: 'access.roles:read',
      },
      {
        to: '/settings/teams',
        text: 'shell.settings.teams',
        icon: UsersRound,
        permission: 'people.users:read',
      },
      {
        to: '/settings/api-keys',
        text: 'shell.settings.apiKeys',
        icon: KeyRound,
        permission: 'access.api_keys:read',
      },
    ],
  },
  {
    text: 'shell.settings.groupSystem',
    pages: [
      {
        to: '/duplicates',
        text: 'shell.settings.duplicates',
        icon: CopyCheck,
        permission: 'crm.leads:read',
      },
      { to: '/jobs', text: 'shell.nav.jobs', icon: Timer, permission: 'jobs.runs:read' },
      { to: '/audit', text: 'shell.nav.audit', icon: History, permission: 'audit.entries:read' },
    ],
  },
  {
    text: 'shell.settings.groupOwn',
    pages: [
      { to: '/settings/profile', text: 'shell.settings.profile', icon: CircleUserRound, permission: null },
      { to: '/settings/security', text: 'shell.settings.security', icon: ShieldCheck, permission: null },
    ],
  },
];

/** What is left of them for a role; the own pages always are. */
export function visibleSettings(can: (permission: Permission) => boolean): SettingsGroup[] {
  return settingsGroups
    .map((group) => ({
      ...group,
      pages: group.pages.filter(({ permission }) => permission === null || can(permission)),
    }))
    .filter(({ pages }) => pages.length > 0);
}

/** Where the settings begin for a role. */
export function firstSettings(can: (permission: Permission) => boolean): SettingsPage['to'] {
  return visibleSettings(can)[0]?.pages[0]?.to ?? '/settings/profile';
}
