import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  list: {
    search: 'Name or tax id',
    empty: 'No customers yet',
    emptyText: 'Win a deal on the board, or add the first customer here.',
    nothing: 'No customers match these filters',
  },
  one: 'Customer',
  kind: {
    company: 'Company',
    person: 'Person',
  },
  noContracts: 'No contracts. Create the first one to start billing.',
  noInvoices: 'No invoices yet.',
  allContracts: 'Show all contracts',
  allInvoices: 'Show all invoices',
  money: 'Revenue',
  open: 'Open',
  overdue: 'Overdue',
  facts: 'Details',
  openDeal: 'Open deal',
  due: 'due {{date}}',
  form: {
    editTitle: 'Edit customer',
    taxIdHint: 'A CNPJ with letters is fine too.',
    taxIdPerson: 'A person has a CPF; for a CNPJ choose Company.',
    create: 'Create customer',
    created: 'Customer created',
    saved: 'Customer saved',
  },
};
export default en;
