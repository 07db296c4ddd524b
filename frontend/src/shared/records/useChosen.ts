import { useState } from 'react';

/**
 * The row that a dialog is about, as it is now and not as it was when somebody chose it: only so does a second try after a
 * refusal say the version that is true. One that has gone from the list stays as it last was: its dialog tells what happened
 * when it is sent, instead of vanishing with what was typed. Besides rows, words may be chosen (`new`).
 */
export function useChosen<R extends { id: string }, Word extends string = never>(
  rows: readonly R[] | undefined,
): [R | Word | null, (chosen: R | Word | null) => void] {
  const [chosen, choose] = useState<R | Word | null>(null);
  const present =
    chosen === null || typeof chosen === 'string'
      ? chosen
      : (rows?.find(({ id }) => id === chosen.id) ?? chosen);
  return [present, choose];
}
