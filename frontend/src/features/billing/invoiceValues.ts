import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { InvoiceCreate, ItemKind } from '@/shared/api/gen';
import { parseDate } from '@/shared/format/date';
import { decimalString, minorDigits } from '@/shared/format/money';
import { atMost } from '@/shared/forms/atMost';
import { itemKinds } from '@/shared/states/states';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { parseQuantity } from './invoiceSums';

/** A line while it is typed. */
export interface ItemDraft {
  description: string;
  kind: ItemKind;
  quantity: string;
  /** In minor units of the currency while it is typed. */
  unit_price: number | null;
}

/** What is typed into the form of an invoice. */
export interface InvoiceValues {
  customer_id: ComboboxItem | null;
  contract_id: string | null;
  due_on: string;
  notes: string;
  items: ItemDraft[];
}

export const emptyItem: ItemDraft = { description: '', kind: 'service', quantity: '1', unit_price: null };

export function invoiceSchema(t: TFunction) {
  const required = t('kit.required');
  return z.object({
    customer_id: z.custom<ComboboxItem | null>((item) => Boolean(item), required),
    contract_id: z.custom<string | null>(),
    due_on: z.string().refine((day) => day === '' || parseDate(day) !== null, t('kit.notADate')),
    notes: z.string().trim().check(atMost(2000, t)),
    items: z
      .array(
        z.object({
          description: z.string().trim().min(1, required).check(atMost(300, t)),
          kind: z.enum(itemKinds),
          quantity: z
            .string()
            .refine((text) => parseQuantity(text) !== null, t('billing.form.quantityInvalid')),
          unit_price: z
            .custom<number | null>()
            .refine((cents) => cents !== null && cents >= 0, t('kit.notMoney')),
        }),
      )
      .min(1)
      .max(200),
  });
}

/** @param currency that the prices were typed in */
export function invoiceBody(values: InvoiceValues, currency: string): InvoiceCreate {
  return {
    customer_id: values.customer_id?.id ?? '',
    contract_id: values.contract_id,
    due_on: values.due_on || null,
    notes: values.notes.trim() || null,
    items: values.items.map((item) => ({
      description: item.description.trim(),
      kind: item.kind,
      quantity: decimalString(parseQuantity(item.quantity) ?? 0, 3),
      unit_price: decimalString(item.unit_price ?? 0, minorDigits(currency)),
    })),
  };
}
