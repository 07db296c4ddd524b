/** The key that was sent with a body, to be sent again when exactly that body is. */
export interface IdempotentAttempt {
  key: string;
  body: string;
}

/** Random also where `crypto.randomUUID` is missing: pages served without TLS to another machine of the house. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A repeat of the same body (a second click, a lost answer) carries the same key, so the server does the work once;
 * another body gets a key of its own, which the server would otherwise refuse.
 */
export function attemptOf(previous: IdempotentAttempt | null, body: unknown): IdempotentAttempt {
  const text = JSON.stringify(body);
  return previous?.body === text ? previous : { key: randomKey(), body: text };
}
