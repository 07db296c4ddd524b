import { useState } from 'react';
import type { ForeignChange } from '@/shared/ui/FormNews';

/**
 * What others have changed in a record since its form was opened, in the words of the form; `opened` is what the form was
 * filled from, and what it sends is told from. A form that stays open after it has saved takes what was saved.
 */
export function useForeignChanges<R extends { version: number }, N extends string>(
  present: R | undefined,
  fields: { changed: (opened: R, present: R) => readonly N[] },
  words: { label: (field: N) => string; value: (of: R, field: N, other: R) => string },
): { opened: R | undefined; list: ForeignChange[]; take: (now?: R) => void } {
  const [opened, setOpened] = useState(present);
  const list =
    // What was saved here may be known before it is shown: an older record is nobody's change.
    opened && present && present.version > opened.version
      ? fields.changed(opened, present).map((field) => ({
          label: words.label(field),
          before: words.value(opened, field, present),
          after: words.value(present, field, opened),
        }))
      : [];
  return { opened, list, take: (now = present) => setOpened(now) };
}
