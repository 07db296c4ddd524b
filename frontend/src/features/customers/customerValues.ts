import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Customer, CustomerCreate, CustomerKind, CustomerPatch } from '@/shared/api/gen';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId, taxIdKind } from '@/shared/format/taxId';
import { customerKinds } from '@/shared/states/states';
import type { ComboboxItem } from '@/shared/ui/Combobox';

/** What is typed into the form of a customer. Texts are empty where the customer has nothing. */
export interface CustomerValues {
  name: string;
  kind: CustomerKind;
  tax_id: string;
  email: string;
  phone: string;
  company_id: ComboboxItem | null;
  account_manager_id: string | null;
  external_id: string;
  notes: string;
}

export const emptyCustomer: CustomerValues = {
  name: '',
  kind: 'company',
  tax_id: '',
  email: '',
  phone: '',
  company_id: null,
  account_manager_id: null,
  external_id: '',
  notes: '',
};

/** `companyName` is what the company is called, which the customer itself does not say. */
export function valuesOf(customer: Customer, companyName = ''): CustomerValues {
  return {
    name: customer.name,
    kind: customer.kind,
    tax_id: customer.tax_id ? formatTaxId(customer.tax_id) : '',
    email: customer.email ?? '',
    phone: customer.phone ? formatPhone(customer.phone) : '',
    company_id: customer.company_id ? { id: customer.company_id, label: companyName } : null,
    account_manager_id: customer.account_manager_id ?? null,
    external_id: customer.external_id ?? '',
    notes: customer.notes ?? '',
  };
}

export function customerSchema(t: TFunction) {
  const text = (most: number) => z.string().trim().max(most);
  return z
    .object({
      name: text(200).min(1, t('kit.required')),
      kind: z.enum(customerKinds),
      tax_id: z
        .string()
        .refine((typed) => typed.trim() === '' || isTaxId(typed), t('customers.form.taxIdInvalid')),
      email: text(254).refine(
        (typed) => typed === '' || z.email().safeParse(typed).success,
        t('customers.form.emailInvalid'),
      ),
      phone: text(40),
      company_id: z.custom<ComboboxItem | null>(),
      account_manager_id: z.custom<string | null>(),
      external_id: text(100),
      notes: text(5000),
    })
    .refine((values) => values.kind === 'company' || taxIdKind(values.tax_id) !== 'cnpj', {
      path: ['tax_id'],
      message: t('customers.form.taxIdPerson'),
    });
}

/** The fields as the API takes them: tax ids without mask, nothing as null. */
function written(values: CustomerValues) {
  return {
    name: values.name.trim(),
    kind: values.kind,
    tax_id: cleanTaxId(values.tax_id) || null,
    email: values.email.trim() || null,
    phone: values.phone.trim() || null,
    company_id: values.company_id?.id ?? null,
    account_manager_id: values.account_manager_id,
    external_id: values.external_id.trim() || null,
    notes: values.notes.trim() || null,
  };
}

export type WrittenField = keyof ReturnType<typeof written>;

export const createBody = (values: CustomerValues): CustomerCreate => written(values);

/** Only what differs from the customer the form was opened with. */
export function patchBody(opened: Customer, values: CustomerValues): CustomerPatch {
  const before = written(valuesOf(opened));
  return Object.fromEntries(
    Object.entries(written(values)).filter(([field, value]) => before[field as WrittenField] !== value),
  );
}

/** The fields that somebody else has changed since the form was opened. */
export function changedFields(opened: Customer, present: Customer): WrittenField[] {
  const before = written(valuesOf(opened));
  const after = written(valuesOf(present));
  return (Object.keys(after) as WrittenField[]).filter((field) => before[field] !== after[field]);
}

/** What a tax id says about its owner: typing a CPF makes it a person, a CNPJ a company. */
export function kindOf(taxId: string, present: CustomerKind): CustomerKind {
  const kind = isTaxId(taxId) ? taxIdKind(taxId) : null;
  if (kind === 'cpf') return 'person';
  return kind === 'cnpj' ? 'company' : present;
}
