import i18next from 'i18next';
import type { ImportEntity } from '@/shared/api/gen';
import { textOr } from '@/shared/lib/humanise';

const customer = 'customer_';
const kinds: Record<ImportEntity, string> = { deals: 'deal', contracts: 'contract' };

/**
 * What a field of a mapping is called. A file has the fields of the record, by the words of people (`amount`, not cents;
 * `owner_name`, not an id): they are called as on its screens, and what it says of somebody's customer as on theirs. Only
 * what no screen has is named among the texts of imports.
 */
export function fieldName(name: string, entity: ImportEntity): string {
  const known = (keys: string[]) => keys.find((key) => i18next.exists(key));
  const own = known([
    `imports.field.${name}`,
    ...[name, `${name}_cents`, `${name}_id`, name.replace(/_name$/, '_id')].map(
      (field) => `fields.${kinds[entity]}.${field}`,
    ),
  ]);
  if (own) return String(i18next.t(own as never));
  const theirs = name.startsWith(customer) && known([`fields.customer.${name.slice(customer.length)}`]);
  return theirs
    ? i18next.t('imports.ofCustomer', { field: i18next.t(theirs as 'fields.customer.email') })
    : textOr('', name);
}
