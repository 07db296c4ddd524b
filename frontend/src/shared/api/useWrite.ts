import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changed, type RecordKind } from './changes';
import { isStale } from './version';

/**
 * A write that knows what it changes: what shows those kinds of records is read again after it, and also when it was
 * refused because somebody else was first, so that the next try is based on what is true now.
 */
export function useWrite<Input, Answer>(
  write: (input: Input) => Promise<Answer>,
  kinds: readonly RecordKind[],
  options: { onDone?: (answer: Answer, input: Input) => void; onError?: (error: unknown) => void } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: (answer: Answer, input: Input) => {
      void changed(client, ...kinds);
      options.onDone?.(answer, input);
    },
    // Waited for, so that a form that may be sent again has the present version by then.
    onError: async (error) => {
      if (isStale(error)) await changed(client, ...kinds);
      options.onError?.(error);
    },
  });
}
