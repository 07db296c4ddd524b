import type {
  BillingCycle,
  BillingStatus,
  Charge,
  ContractStatus,
  CustomerKind,
  Invoice,
  InvoiceStatus,
  ItemKind,
  PaymentMethod,
} from '@/shared/api/gen';
import type { Tone } from '@/shared/ui/Badge';

/** The states of money records, in the order screens list them, and what each means at a glance. */
export const contractStatuses = [
  'trial',
  'active',
  'frozen',
  'cancelled',
] as const satisfies ContractStatus[];
export const billingCycles = [
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
] as const satisfies BillingCycle[];
/** How often something is charged: once, or as a contract of that cycle. */
export const charges = ['one_off', ...billingCycles] as const satisfies Charge[];
/** What a list is asked for: no customer is `blocked` yet. */
export const billingStatuses = ['current', 'delinquent'] as const satisfies BillingStatus[];
export const customerKinds = ['company', 'person'] as const satisfies CustomerKind[];
export const invoiceStatuses = [
  'draft',
  'issued',
  'overdue',
  'paid',
  'cancelled',
] as const satisfies InvoiceStatus[];
export const itemKinds = ['plan', 'product', 'service'] as const satisfies ItemKind[];
export const paymentMethods = ['pix', 'boleto', 'card', 'transfer'] as const satisfies PaymentMethod[];

export const contractTones: Record<ContractStatus, Tone> = {
  trial: 'accent',
  active: 'paid',
  frozen: 'attention',
  cancelled: 'neutral',
};

export const billingTones: Record<BillingStatus, Tone> = {
  current: 'paid',
  delinquent: 'attention',
  blocked: 'overdue',
};

/** The status of an invoice as people say it: one that was paid in part is a state of its own until it is late. */
export type InvoiceState = InvoiceStatus | 'partial';

export const invoiceTones: Record<InvoiceState, Tone> = {
  draft: 'neutral',
  issued: 'accent',
  partial: 'accent',
  paid: 'paid',
  overdue: 'overdue',
  cancelled: 'neutral',
};

export function invoiceState(invoice: Pick<Invoice, 'status' | 'paid_cents'>): InvoiceState {
  return invoice.status === 'issued' && invoice.paid_cents > 0 ? 'partial' : invoice.status;
}

/** `000418`: gapless numbers of the tenant, of one width so that they line up and sort by eye. */
export function invoiceNumber(number: number): string {
  return String(number).padStart(6, '0');
}
