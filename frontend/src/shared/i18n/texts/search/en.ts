import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  title: 'Search',
  field: 'Search everything',
  all: 'All',
  showAll: 'Show all: {{kind}}',
  startTitle: 'What are you looking for?',
  startText:
    'A name, an e-mail address, a telephone number, a CPF or CNPJ, the number of an invoice, the txid or id of a Pix, the title of a contract or a deal. The beginning of each word is enough.',
  nothingTitle: 'Nothing found for “{{words}}”',
  nothingText: 'Try fewer words, or only their beginnings.',
};

export default en;
