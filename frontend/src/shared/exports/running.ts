import { useSyncExternalStore } from 'react';

/** The exports of which somebody here waits for the file, whatever page is open. */
let ids: readonly string[] = [];
const listeners = new Set<() => void>();

function become(next: readonly string[]) {
  ids = next;
  for (const listener of listeners) listener();
}

export const waitFor = (id: string) => become([...ids, id]);
export const forget = (id: string) => become(ids.filter((other) => other !== id));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWaitedFor = () => useSyncExternalStore(subscribe, () => ids);
