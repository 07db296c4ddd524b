import { useState } from 'react';
import type { ForeignChange } from '@/shared/ui/ChangedMeanwhile';

/**
 * What others have changed in a record since its form was opened, in the words of the form; `opened` is what the form was
 * filled from, and what it sends is told from.
 */
export function useForeignChanges<R extends object, N extends string>(
  present: R | undefined,
  fields: { changed: (opened: R, present: R) => readonly N[] },
  words: { label: (field: N) => string; value: (of: R, field: N) => string },
): { opened: R | undefined; list: ForeignChange[]; take: () => void } {
  const [opened, setOpened] = useState(present);
  const list =
    opened && present
      ? fields.changed(opened, present).map((field) => ({
          label: words.label(field),
          before: words.value(opened, field),
          after: words.value(present, field),
        }))
      : [];
  return { opened, list, take: () => setOpened(present) };
}
