import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  label: 'From lead to payment',
  ahead: 'not yet',
  kinds: {
    lead: 'Lead',
    deal: 'Deal',
    customer: 'Customer',
    contract: 'Contract',
    invoice: 'Invoice',
    payment: 'Paid',
  },
  counts: {
    lead: '{{formatted}} leads',
    deal: '{{formatted}} deals',
    customer: '{{formatted}} customers',
    contract: '{{formatted}} contracts',
    invoice: '{{formatted}} invoices',
    payment: '{{formatted}} payments',
  },
  deal: { open: 'open', won: 'won', lost: 'lost' },
  perCycle: {
    monthly: '{{amount}}/month',
    quarterly: '{{amount}}/quarter',
    semiannual: '{{amount}}/half-year',
    annual: '{{amount}}/year',
  },
  draft: 'draft',
  due: 'due {{date}}',
  overdue: 'was due {{date}}',
  cancelled: 'cancelled',
  invoicePaid: 'paid',
  expected: 'closes {{date}}',
  previous: 'Previous (K)',
  next: 'Next (J)',
  place: '{{at}} of {{count}}',
  expand: 'Open on the whole page',
  facts: 'Facts',
};
export default en;
