import type { QueryClient } from '@tanstack/react-query';
import type { ReadOperation } from './gen';

/**
 * Marks the answers of these operations stale, whatever their parameters, so that what is on screen is read again. The
 * generated query keys carry the operation in `_id`.
 */
export function invalidateOperations(client: QueryClient, ...names: ReadOperation[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const first = queryKey[0] as { _id?: string } | undefined;
      return first?._id !== undefined && (names as string[]).includes(first._id);
    },
  });
}
