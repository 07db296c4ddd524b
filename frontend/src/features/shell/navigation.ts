import {
  BriefcaseBusiness,
  Building2,
  Contact,
  FileInput,
  FileSignature,
  Filter,
  LayoutDashboard,
  type LucideIcon,
  ReceiptText,
  Settings,
  SquareKanban,
  Users,
} from 'lucide-react';
import type { Permission } from '@/shared/api/gen';

/** The menu, grouped as the loop of the product. A page is shown to those whose role may read it. */
export interface NavItem {
  to:
    | '/dashboard'
    | '/pipeline'
    | '/leads'
    | '/companies'
    | '/contacts'
    | '/portfolio'
    | '/contracts'
    | '/invoices'
    | '/customers'
    | '/imports'
    | '/settings';
  text: keyof typeof import('@/shared/i18n/pt-BR/shell').shell.nav;
  icon: LucideIcon;
  /** Null: everybody has something there. */
  permission: Permission | null;
}

export interface NavGroup {
  text: NavItem['text'];
  items: readonly NavItem[];
}

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
      { to: '/pipeline', text: 'pipeline', icon: SquareKanban, permission: 'crm.deals:read' },
      { to: '/leads', text: 'leads', icon: Filter, permission: 'crm.leads:read' },
      { to: '/companies', text: 'companies', icon: Building2, permission: 'crm.companies:read' },
      { to: '/contacts', text: 'contacts', icon: Contact, permission: 'crm.contacts:read' },
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
      { to: '/contracts', text: 'contracts', icon: FileSignature, permission: 'portfolio.contracts:read' },
      { to: '/invoices', text: 'invoices', icon: ReceiptText, permission: 'billing.invoices:read' },
      { to: '/customers', text: 'customers', icon: Users, permission: 'customers:read' },
    ],
  },
  {
    text: 'system',
    items: [
      { to: '/imports', text: 'imports', icon: FileInput, permission: 'imports:read' },
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
