import type { TFunction } from 'i18next';
import type { ProductCreate } from '@/shared/api/gen';
import { decimal } from '@/shared/forms/decimalKind';
import { choice, fieldsOf, id, requiredText, text } from '@/shared/forms/fieldKinds';
import { charges } from '@/shared/states/states';

export const productFields = fieldsOf<ProductCreate>()({
  name: requiredText(200),
  code: text(50),
  unit_price: decimal({ whole: 9, decimals: 6 }, (t: TFunction) => t('products.priceInvalid')),
  charge: choice(charges, 'monthly', (t, charge) => t(`states.cycle.${charge}`)),
  service_type: id,
});
