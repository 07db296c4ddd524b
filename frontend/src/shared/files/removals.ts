import { useSyncExternalStore } from 'react';

/** As long as the message stands that offers to take it back. */
const patienceMs = 12_000;

/** Files that are gone from the screen and will be gone for good unless that is taken back. */
const pending = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => void }>();
const listeners = new Set<() => void>();
let hidden: ReadonlySet<string> = new Set();

function told() {
  hidden = new Set(pending.keys());
  for (const listener of listeners) listener();
}

/** Does now what waits: who leaves the page does not come back to it. */
function flush() {
  for (const { timer, run } of pending.values()) {
    clearTimeout(timer);
    run();
  }
}

/** Hides a file, and removes it a little later; gives back what takes that back. `remove` ends when the lists know of it. */
export function removeLater(id: string, remove: () => Promise<unknown>): () => void {
  const done = () => {
    pending.delete(id);
    told();
  };
  const run = () => void remove().finally(done);
  pending.set(id, { timer: setTimeout(run, patienceMs), run });
  if (pending.size === 1) addEventListener('pagehide', flush);
  told();
  return () => {
    clearTimeout(pending.get(id)?.timer);
    done();
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Those that no list shows any more. */
export const useHidden = (): ReadonlySet<string> =>
  useSyncExternalStore(
    subscribe,
    () => hidden,
    () => hidden,
  );
