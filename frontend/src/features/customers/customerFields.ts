import type { TFunction } from 'i18next';
import type { Customer, CustomerKind } from '@/shared/api/gen';
import { isTaxId, taxIdKind } from '@/shared/format/taxId';
import * as kind from '@/shared/forms/fieldKinds';
import { customerKinds } from '@/shared/states/states';

const fields = kind.fieldsOf<Customer>()({
  name: kind.requiredText(200),
  kind: kind.choice(customerKinds, 'company'),
  tax_id: kind.taxId,
  email: kind.email,
  phone: kind.phone,
  website: kind.site(255),
  company_id: kind.record,
  account_manager_id: kind.id,
  external_id: kind.text(100),
  notes: kind.notes,
});

export type CustomerValues = typeof fields.empty;

export const customerFields = {
  ...fields,
  schema: (t: TFunction) =>
    fields.schema(t).refine((values) => values.kind === 'company' || taxIdKind(values.tax_id) !== 'cnpj', {
      path: ['tax_id'],
      message: t('customers.form.taxIdPerson'),
    }),
  /** `companyName` is what the company is called, which the customer itself does not say. */
  read: (customer: Customer, companyName = ''): CustomerValues => {
    const values = fields.read(customer);
    return { ...values, company_id: values.company_id && { ...values.company_id, label: companyName } };
  },
};

/** What a tax id says about its owner: typing a CPF makes it a person, a CNPJ a company. */
export function kindOf(typed: string, present: CustomerKind): CustomerKind {
  const kind = isTaxId(typed) ? taxIdKind(typed) : null;
  if (kind === 'cpf') return 'person';
  return kind === 'cnpj' ? 'company' : present;
}
