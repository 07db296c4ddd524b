import type { CustomField } from '@/shared/api/gen';
import { decimalOf, typedDecimal } from '@/shared/format/decimal';
import type { Format } from '@/shared/format/useFormat';

/** A number as people type it in their language, with a sign and grouping or without; what is none stays as it was typed. */
export function numberOf(typed: string, locale: string): string {
  const bare = typed.trim().replace(/^[−–]/, '-');
  const sign = bare.startsWith('-') ? '-' : '';
  const digits = sign ? bare.slice(1).trim() : bare;
  const grouped = locale.startsWith('pt') ? /^\d{1,3}(\.\d{3})+(,\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/;
  const plain = grouped.test(digits) ? digits.replaceAll(locale.startsWith('pt') ? '.' : ',', '') : digits;
  const read = decimalOf(plain, 13, 4);
  return read === null ? typed.trim() : read === '0' ? '0' : sign + read;
}

/** What stands in a field of the company, in the words of the screen; empty where nothing does. */
export function customText(
  field: Pick<CustomField, 'type' | 'options'>,
  value: unknown,
  words: { format: Pick<Format, 'date'>; locale: string; yes: string; no: string },
): string {
  if (value === null || value === undefined || value === '') return '';
  const label = (id: unknown) => field.options.find((option) => option.id === id)?.label ?? '…';
  switch (field.type) {
    case 'number':
      return typedDecimal(String(value), words.locale);
    case 'date':
      return words.format.date(String(value));
    case 'checkbox':
      return value === true ? words.yes : words.no;
    case 'select':
      return label(value);
    case 'multiselect':
      return Array.isArray(value) ? value.map(label).join(', ') : '';
    default:
      return String(value);
  }
}

/** The options that may be chosen, and those that are although they are not offered any more. */
export const offered = (field: Pick<CustomField, 'options'>, chosen: unknown) =>
  field.options
    .filter(
      ({ id, archived }) => !archived || id === chosen || (Array.isArray(chosen) && chosen.includes(id)),
    )
    .map(({ id, label }) => ({ value: id, label }));
