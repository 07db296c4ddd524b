import { z } from 'zod';
import type { FieldKind } from '@/shared/forms/fieldKinds';
import type { CustomValues } from './useCustomFields';

/** What stands in the fields of the company, as one field of a form: each of them is a part of it, by its key. */
export const customValues: FieldKind<CustomValues, Record<string, unknown>> = {
  empty: {},
  read: (raw) => raw,
  // Emptied is said, so that it is taken away; what was never there is no change.
  write: (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  part: (before, after) =>
    Object.fromEntries(
      Object.entries(after).filter(
        ([key, value]) => JSON.stringify((before as CustomValues)[key] ?? null) !== JSON.stringify(value),
      ),
    ),
  rule: () => z.custom<CustomValues>(),
};
