import { useSyncExternalStore } from 'react';

const everyMs = 60_000;
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

/** The present minute, so that what becomes late shows it while one looks; one clock for all of a page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => {
    // Nobody has looked for a while.
    if (!timer && Date.now() - now.getTime() >= everyMs) now = new Date();
    return now;
  });
}
