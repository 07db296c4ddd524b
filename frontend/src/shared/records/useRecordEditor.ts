import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changed, changedBut, type RecordKind } from '@/shared/api/changes';
import { isStale, type Versioned, writeTo } from '@/shared/api/version';

/** What the generated `get...Options` of a record give, as far as it is needed here. */
interface RecordOptions {
  queryKey: QueryKey;
  // biome-ignore lint/suspicious/noExplicitAny: the generated function is called by the query, with the context of its own key
  queryFn?: any;
}

/**
 * One record that is edited field by field. Saves go one after the other, each based on the version that the last one left,
 * so that nobody is told of a change of their own as of a stranger's. When a stranger was first the record is read again.
 */
export function useRecordEditor<R extends Versioned, P extends object>(
  options: RecordOptions,
  update: (request: ReturnType<typeof writeTo<P>>) => Promise<{ data: R }>,
  ...kinds: RecordKind[]
) {
  const client = useQueryClient();
  const query = useQuery<R>({ queryKey: options.queryKey, queryFn: options.queryFn });
  const { mutateAsync } = useMutation({
    scope: { id: JSON.stringify(options.queryKey) },
    mutationFn: async (patch: P) => {
      // A panel may be filled from a list before the record itself is there.
      const present =
        client.getQueryData<R>(options.queryKey) ??
        (await client.fetchQuery<R>({ queryKey: options.queryKey, queryFn: options.queryFn }));
      return (await update(writeTo(present, patch))).data;
    },
    onSuccess: (saved) => {
      client.setQueryData(options.queryKey, saved);
      void changedBut(client, options.queryKey, ...kinds);
    },
    onError: (error) => (isStale(error) ? changed(client, ...kinds) : undefined),
  });
  return { query, save: mutateAsync };
}
