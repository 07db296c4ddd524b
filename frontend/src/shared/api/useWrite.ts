import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { changed, changedBut, type RecordKind } from './changes';
import { isConflict } from './version';

/**
 * A write that knows what it changes: what shows those kinds of records is read again after it, and also when it was
 * refused because somebody else was first, so that the next try is based on what is true now. `keep` is where the answer itself
 * is shown, which need not be read again then.
 */
export function useWrite<Input, Answer>(
  write: (input: Input) => Promise<Answer>,
  kinds: readonly RecordKind[],
  options: {
    keep?: (answer: Answer) => QueryKey;
    onDone?: (answer: Answer, input: Input) => void;
    onError?: (error: unknown, input: Input) => void;
  } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (answer: Answer, input: Input) => {
      const known = options.keep?.(answer);
      if (known) client.setQueryData(known, answer);
      void (known ? changedBut(client, known, ...kinds) : changed(client, ...kinds));
      options.onDone?.(answer, input);
    },
    // Waited for, so that a form that may be sent again has the present version by then.
    onError: async (error, input) => {
      if (isConflict(error)) await changed(client, ...kinds);
      options.onError?.(error, input);
    },
  });
}
