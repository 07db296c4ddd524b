import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  table: 'Price list',
  search: 'Search products',
  'new': 'New product',
  edit: 'Edit {{name}}',
  saved: 'Product saved',
  status: { active: 'On sale', inactive: 'Not on sale' },
  takeOff: 'Take off sale',
  putBack: 'Sell again',
  noneTitle: 'No products yet',
  noneText: 'What the company sells, for how much and how often. Deals take their lines from here.',
  nothingTitle: 'No product found',
  nothingText: 'Change the search or the filters.',
  priceInvalid: 'Write a price, such as 99.90.',
  priceHint: 'Lines that are there keep the price they had.',
  serviceTypeNone: 'Choose when the sale is closed',
  serviceTypeHint: 'What the contract of a buyer is about.',
};
export default en;
