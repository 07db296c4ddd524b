/** The kinds of records that files are kept with. */
export const attachableKinds = [
  'lead',
  'deal',
  'company',
  'contact',
  'customer',
  'contract',
  'invoice',
  'activity',
] as const;
export type AttachableKind = (typeof attachableKinds)[number];

/** The record, by the field that the API has for its kind. */
export const recordField = (kind: AttachableKind, id: string) => ({ [`${kind}_id`]: id });
