import type { TFunction } from 'i18next';
import type { DealLineCreate } from '@/shared/api/gen';
import { decimal } from '@/shared/forms/decimalKind';
import { chosen, fieldsOf, id, money, requiredText } from '@/shared/forms/fieldKinds';

/** How often a line is charged is chosen and never guessed: nothing stands there at first. */
export const lineFields = fieldsOf<DealLineCreate>()({
  description: requiredText(200),
  quantity: decimal({ whole: 7, decimals: 3, empty: '1', above: 0 }, (t: TFunction) =>
    t('crm.line.quantityInvalid'),
  ),
  unit_price: decimal({ whole: 9, decimals: 6 }, (t: TFunction) => t('crm.line.priceInvalid')),
  discount_percent: decimal({ whole: 3, decimals: 2, empty: '0' }, (t: TFunction) =>
    t('crm.line.discountInvalid'),
  ),
  cost_cents: money,
  charge: chosen,
  service_type: id,
});
