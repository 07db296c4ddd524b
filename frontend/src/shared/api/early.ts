declare global {
  interface Window {
    pulsoEarly?: Record<string, Promise<Response> | undefined>;
  }
}

/** By then the first page is there; whatever it did not want would be old. */
const pastMs = 30_000;

/**
 * The answer to a request that `public/boot.js` has sent before the modules were there. One may take it, once. `lasting`
 * when it does not matter how long ago that was.
 */
export function takeEarly(address: string, { lasting = false } = {}): Promise<Response> | undefined {
  const { pathname, search } = new URL(address, location.origin);
  const begun = window.pulsoEarly?.[pathname + search];
  if (!begun) return undefined;
  delete window.pulsoEarly?.[pathname + search];
  return lasting || performance.now() < pastMs ? begun : undefined;
}

/** What one person has asked for is not for the next one. */
export function dropEarly(): void {
  window.pulsoEarly = undefined;
}
