import type { Customer, CustomerKind } from '@/shared/api/gen';
import { customValues } from '@/shared/custom/customKind';
import { isTaxId, taxIdKind } from '@/shared/format/taxId';
import * as kind from '@/shared/forms/fieldKinds';
import { customerKinds } from '@/shared/states/states';

export const customerFields = kind.fieldsOf<Customer>()(
  {
    name: kind.requiredText(200),
    kind: kind.choice(customerKinds, 'company', (t, value) => t(`customers.kind.${value}`)),
    tax_id: kind.taxId,
    email: kind.email,
    phone: kind.phone,
    website: kind.site(255),
    company_id: kind.record('company'),
    account_manager_id: kind.record('user'),
    external_id: kind.text(100),
    notes: kind.notes,
    custom: customValues,
  },
  (schema, t) =>
    schema.refine((values) => values.kind === 'company' || taxIdKind(values.tax_id) !== 'cnpj', {
      path: ['tax_id'],
      message: t('customers.form.taxIdPerson'),
    }),
);

/** What a tax id says about its owner: typing a CPF makes it a person, a CNPJ a company. */
export function kindOf(typed: string, present: CustomerKind): CustomerKind {
  const kind = isTaxId(typed) ? taxIdKind(typed) : null;
  if (kind === 'cpf') return 'person';
  return kind === 'cnpj' ? 'company' : present;
}
