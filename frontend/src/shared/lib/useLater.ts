import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

// Safari has no idle callbacks.
const idle: (work: () => void) => unknown =
  typeof requestIdleCallback === 'undefined' ? (work) => setTimeout(work, 300) : requestIdleCallback;
/** So long after the last answer a slow phone has drawn it. */
const quietMs = 1_000;

/**
 * Fetches what the page may want next: once it has all that it asked the server for and the browser has nothing else to
 * do, so that it is there when it is wanted and takes nothing from what is waited for. `load` must be a stable function.
 */
export function useLater(load: () => Promise<unknown>): void {
  const client = useQueryClient();
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (over || client.isFetching() > 0) return;
      end();
      // What could not be fetched is fetched again, and its failure told, when it is wanted.
      load().catch(() => undefined);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle(look), quietMs);
    };
    const unsubscribe = client.getQueryCache().subscribe(wait);
    const end = () => {
      over = true;
      clearTimeout(timer);
      unsubscribe();
    };
    wait();
    return end;
  }, [client, load]);
}
