import { useTranslation } from 'react-i18next';
import type { BillingStatus, ContractStatus, Invoice } from '@/shared/api/gen';
import { Badge } from '@/shared/ui/Badge';
import { billingTones, contractTones, invoiceState, invoiceTones } from './states';

export function ContractBadge({ status }: { status: ContractStatus }) {
  const { t } = useTranslation();
  return <Badge tone={contractTones[status]}>{t(`states.contract.${status}`)}</Badge>;
}

export function InvoiceBadge({ invoice }: { invoice: Pick<Invoice, 'status' | 'paid_cents'> }) {
  const { t } = useTranslation();
  const state = invoiceState(invoice);
  return <Badge tone={invoiceTones[state]}>{t(`states.invoice.${state}`)}</Badge>;
}

export function BillingBadge({ status }: { status: BillingStatus }) {
  const { t } = useTranslation();
  return <Badge tone={billingTones[status]}>{t(`states.billing.${status}`)}</Badge>;
}
