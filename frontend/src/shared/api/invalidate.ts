import type { QueryClient } from '@tanstack/react-query';
import type * as operations from './gen/@tanstack/react-query.gen';

/** The read operations of the contract, by their ids. */
export type ReadOperation = {
  [K in keyof typeof operations]: K extends `${infer Name}QueryKey`
    ? Name extends `${string}Infinite`
      ? never
      : Name
    : never;
}[keyof typeof operations];

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
