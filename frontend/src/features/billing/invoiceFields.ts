import { z } from 'zod';
import type { InvoiceCreate, InvoiceItemInput } from '@/shared/api/gen';
import { decimalString, minorDigits } from '@/shared/format/money';
import * as kind from '@/shared/forms/fieldKinds';
import { itemKinds } from '@/shared/states/states';
import { parseQuantity } from './invoiceSums';

/** A line of an invoice, its price typed in minor units of the currency. */
const itemFieldsIn = (currency: string) =>
  kind.fieldsOf<InvoiceItemInput>()({
    description: kind.requiredText(300),
    kind: kind.choice(itemKinds, 'service', (t, value) => t(`billing.kind.${value}`)),
    quantity: {
      control: { as: 'number', digits: 11, decimals: true },
      empty: '1',
      read: (raw: string) => raw,
      write: (typed: string) => decimalString(parseQuantity(typed) ?? 0, 3),
      rule: (t) =>
        z.string().refine((typed) => parseQuantity(typed) !== null, t('billing.form.quantityInvalid')),
    },
    unit_price: {
      ...kind.requiredMoney,
      read: Number,
      write: (cents: number | null) => decimalString(cents ?? 0, minorDigits(currency)),
    },
  });

export const itemFields = itemFieldsIn('BRL');
export type ItemDraft = typeof itemFields.empty;

/** @param currency that the prices are typed in */
export const invoiceFields = (currency: string) =>
  kind.fieldsOf<InvoiceCreate>()({
    customer_id: kind.requiredRecord('customer'),
    contract_id: kind.id,
    due_on: kind.day,
    notes: kind.longText(2000),
    items: {
      empty: [itemFields.empty],
      read: () => [],
      write: (items: ItemDraft[]) => items.map(itemFieldsIn(currency).write),
      rule: (t) => z.array(itemFields.schema(t)).min(1).max(200),
    },
  });
export type InvoiceValues = ReturnType<typeof invoiceFields>['empty'];
