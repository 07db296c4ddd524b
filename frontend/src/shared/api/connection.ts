import { onlineManager } from '@tanstack/react-query';

/** Between two looks whether the server is back: soon at first, then less often. */
const pausesMs = [1_000, 2_000, 3_000, 5_000];

let looking = false;

/** Any answer counts, as long as it is not that of a proxy which finds nobody behind it. */
async function answers(): Promise<boolean> {
  try {
    const response = await fetch(new URL('/favicon.svg', location.origin), {
      method: 'HEAD',
      cache: 'no-store',
    });
    return response.status < 502;
  } catch {
    return false;
  }
}

/**
 * Asks the server whether it can be reached, and until it can be: reads and writes wait from then on instead of failing,
 * and go on by themselves. A browser only knows whether it has a network, not whether that leads here. One request that
 * fails while the server answers others is no lost connection.
 */
export function doubtConnection(): void {
  if (looking) return;
  looking = true;
  void (async () => {
    for (let attempt = 0; !(await answers()); attempt++) {
      onlineManager.setOnline(false);
      const pause = pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 5_000;
      await new Promise((done) => setTimeout(done, pause));
    }
    looking = false;
    onlineManager.setOnline(true);
  })();
}
