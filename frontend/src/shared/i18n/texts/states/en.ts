import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  contract: {
    trial: 'Trial',
    active: 'Active',
    frozen: 'Frozen',
    cancelled: 'Cancelled',
  },
  invoice: {
    draft: 'Draft',
    issued: 'Issued',
    partial: 'Partly paid',
    paid: 'Paid',
    overdue: 'Overdue',
    cancelled: 'Cancelled',
  },
  invoiceStatus: {
    draft: 'Draft',
    issued: 'Issued',
    overdue: 'Overdue',
    paid: 'Paid',
    cancelled: 'Cancelled',
  },
  cycle: {
    one_off: 'Once',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    semiannual: 'Semiannual',
    annual: 'Annual',
  },
  billing: {
    current: 'Up to date',
    delinquent: 'Overdue',
    blocked: 'Blocked',
  },
};
export default en;
