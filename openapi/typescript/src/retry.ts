/** How long to wait before the given try (1, 2, ...): what the answer asks for, else longer each time, up to half off by chance. */
export function pause(attempt: number, retryAfter: number | undefined, random = Math.random): number {
  return retryAfter ?? Math.round(500 * 2 ** (attempt - 1) * (1 + (random() - 0.5)));
}

/** `Retry-After` in seconds or as a date, in milliseconds; undefined when it is neither. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const day = Date.parse(header);
  return Number.isNaN(day) ? undefined : Math.max(0, day - now);
}

/** Nothing was done, or it may be done again: by its key, or because it only reads. */
export function repeatable(status: number, kind: string): boolean {
  return status === 429 || status >= 500 || (status === 409 && kind === 'idempotency_running');
}
