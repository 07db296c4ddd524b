import { type ComponentType, lazy, useState } from 'react';
import { useLater } from './useLater';

/**
 * A part of a page, such as what opens over a list, that is fetched when it is wanted, or before that by `usePartsLater`. It
 * may bring the forms' library, which the page itself can do without.
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>) {
  const fetchIt = async () => ({ default: await load() });
  return Object.assign(lazy(fetchIt), { load: fetchIt });
}

/** Fetches parts once the page has all that it asked the server for. */
export function usePartsLater(...parts: readonly { load: () => Promise<unknown> }[]): void {
  const [load] = useState(() => () => Promise.all(parts.map((part) => part.load())));
  useLater(load);
}
