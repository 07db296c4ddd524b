import { z } from 'zod';
import type { CustomField, CustomFieldType, CustomOptionInput } from '@/shared/api/gen';
import { choice, type FieldKind, fieldsOf, requiredText } from '@/shared/forms/fieldKinds';

export const fieldTypes = [
  'text',
  'number',
  'date',
  'select',
  'multiselect',
  'checkbox',
  'url',
] as const satisfies readonly CustomFieldType[];

export const decimalPlaces = [0, 1, 2, 3, 4] as const;

/** Drawn by the dialog itself. */
const own = <V>(empty: V, write: (value: V) => V = (value) => value): FieldKind<V, V> => ({
  empty,
  read: (raw) => raw as V,
  write,
  rule: () => z.custom<V>(),
});

/** What is set up of a field. */
export const customFieldFields = fieldsOf<CustomField>()({
  label: requiredText(80),
  key: requiredText(40),
  type: choice(fieldTypes, 'text', (t, type) => t(`customFields.types.${type}`)),
  decimals: own(0),
  required: own(false),
  options: own<CustomOptionInput[]>([], (typed) => typed.filter(({ label }) => label.trim())),
  pipeline_ids: own<string[]>([]),
});

export const chooses = (type: CustomFieldType) => type === 'select' || type === 'multiselect';
