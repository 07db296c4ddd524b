import {
  Building2,
  Contact,
  FileSignature,
  Filter,
  ListChecks,
  type LucideIcon,
  ReceiptText,
  SquareKanban,
  Users,
} from 'lucide-react';
import type { RecordKind } from '@/shared/api/changes';
import type { Permission } from '@/shared/api/gen';
import type { Place } from '@/shared/lib/useHref';

/** What the screens know of a kind of record that has a page: one row for each, in the order of the menu. */
export interface Resource {
  kind: RecordKind;
  /** The table of it in the audit trail. */
  table: string;
  icon: LucideIcon;
  group: 'sales' | 'revenue';
  text:
    | 'pipeline'
    | 'leads'
    | 'companies'
    | 'contacts'
    | 'activities'
    | 'contracts'
    | 'invoices'
    | 'customers';
  to:
    | '/pipeline'
    | '/leads'
    | '/companies'
    | '/contacts'
    | '/activities'
    | '/contracts'
    | '/invoices'
    | '/customers';
  read: Permission;
  write: Permission;
  /** Where a new one is made, and the words for it. */
  create: {
    text:
      | 'shell.new.deal'
      | 'shell.new.lead'
      | 'shell.new.company'
      | 'shell.new.contact'
      | 'shell.new.activity'
      | 'shell.new.contract'
      | 'shell.new.invoice'
      | 'shell.new.customer';
    at: Place;
  };
  /** Where one of them is opened. */
  at: (id: string) => Place;
}

const beside =
  (to: Resource['to']) =>
  (id: string): Place => ({ to, search: { id } });
const panel = (to: Resource['to']): Place => ({ to, search: { new: true } });

/**
 * The table that menu, command palette, audit trail and the order of permissions follow from. A new kind of record is a row
 * here, what its changes make old (`shared/api/changes.ts`), and its names (`fields`).
 */
export const resources = [
  {
    kind: 'deal',
    table: 'deals',
    icon: SquareKanban,
    group: 'sales',
    text: 'pipeline',
    to: '/pipeline',
    read: 'crm.deals:read',
    write: 'crm.deals:write',
    create: { text: 'shell.new.deal', at: panel('/pipeline') },
    at: (id) => ({ to: '/pipeline', search: { deal: id } }),
  },
  {
    kind: 'lead',
    table: 'leads',
    icon: Filter,
    group: 'sales',
    text: 'leads',
    to: '/leads',
    read: 'crm.leads:read',
    write: 'crm.leads:write',
    create: { text: 'shell.new.lead', at: panel('/leads') },
    at: beside('/leads'),
  },
  {
    kind: 'company',
    table: 'companies',
    icon: Building2,
    group: 'sales',
    text: 'companies',
    to: '/companies',
    read: 'crm.companies:read',
    write: 'crm.companies:write',
    create: { text: 'shell.new.company', at: panel('/companies') },
    at: beside('/companies'),
  },
  {
    kind: 'contact',
    table: 'contacts',
    icon: Contact,
    group: 'sales',
    text: 'contacts',
    to: '/contacts',
    read: 'crm.contacts:read',
    write: 'crm.contacts:write',
    create: { text: 'shell.new.contact', at: panel('/contacts') },
    at: beside('/contacts'),
  },
  {
    kind: 'activity',
    table: 'activities',
    icon: ListChecks,
    group: 'sales',
    text: 'activities',
    to: '/activities',
    read: 'crm.activities:read',
    write: 'crm.activities:write',
    create: { text: 'shell.new.activity', at: panel('/activities') },
    at: beside('/activities'),
  },
  {
    kind: 'contract',
    table: 'contracts',
    icon: FileSignature,
    group: 'revenue',
    text: 'contracts',
    to: '/contracts',
    read: 'portfolio.contracts:read',
    write: 'portfolio.contracts:write',
    create: { text: 'shell.new.contract', at: panel('/contracts') },
    at: beside('/contracts'),
  },
  {
    kind: 'invoice',
    table: 'invoices',
    icon: ReceiptText,
    group: 'revenue',
    text: 'invoices',
    to: '/invoices',
    read: 'billing.invoices:read',
    write: 'billing.invoices:write',
    create: { text: 'shell.new.invoice', at: { to: '/invoices/new' } },
    at: (id) => ({ to: '/invoices/$invoiceId', params: { invoiceId: id } }),
  },
  {
    kind: 'customer',
    table: 'customers',
    icon: Users,
    group: 'revenue',
    text: 'customers',
    to: '/customers',
    read: 'customers.customers:read',
    write: 'customers.customers:write',
    create: { text: 'shell.new.customer', at: panel('/customers') },
    at: (id) => ({ to: '/customers/$customerId', params: { customerId: id } }),
  },
] as const satisfies readonly Resource[];

/** The kinds that have a row. */
export type ResourceKind = (typeof resources)[number]['kind'];

export const resourceOf = (kind: ResourceKind): Resource =>
  resources.find((resource) => resource.kind === kind) as Resource;

export const placeOf = (kind: ResourceKind, id: string): Place => resourceOf(kind).at(id);

const pages = {
  lead: '/leads/$id',
  deal: '/pipeline/$id',
  company: '/companies/$id',
  contact: '/contacts/$id',
  contract: '/contracts/$id',
} as const;

/** The kinds whose panel beside the list expands to a page of its own. */
export type ExpandingKind = keyof typeof pages;

/** Where a record has the whole page. */
export function pageOf(kind: ResourceKind, id: string): Place {
  return kind in pages ? { to: pages[kind as ExpandingKind], params: { id } } : placeOf(kind, id);
}
