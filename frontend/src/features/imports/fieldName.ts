import i18next from 'i18next';
import { textOr } from '@/shared/lib/humanise';

const customer = 'customer_';

/** What a field of a mapping is called; what a file says of somebody's customer as the customer's own screens call it. */
export function fieldName(name: string): string {
  const known = `fields.customer.${name.slice(customer.length)}`;
  const ofCustomer = name.startsWith(customer) && i18next.exists(known);
  return textOr(
    `imports.field.${name}`,
    name,
    ofCustomer
      ? i18next.t('imports.ofCustomer', { field: i18next.t(known as 'fields.customer.email') })
      : undefined,
  );
}
