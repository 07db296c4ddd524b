/** The key that was sent with a body, to be sent again when exactly that body is. */
interface Attempt {
  key: string;
  body: string;
}

/** Attempts that nobody has answered yet, by what they do to which record. */
const open = new Map<string, Attempt>();

/** Random also where `crypto.randomUUID` is missing: pages served without TLS to another machine of the house. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends a body at most once, whatever happens to its answer. `send` gets the key of the attempt: a repeat of the same body
 * (a second click; a lost answer, also when its form was closed and opened again) carries the same key, so the server does
 * the work once; another body gets a key of its own. An attempt is over when it has succeeded or was refused for good.
 */
export async function once<T>(
  what: string,
  body: unknown,
  send: (headers: { 'Idempotency-Key': string }) => Promise<T>,
): Promise<T> {
  const text = JSON.stringify(body);
  const before = open.get(what);
  const attempt = before?.body === text ? before : { key: randomKey(), body: text };
  open.set(what, attempt);
  const over = () => {
    if (open.get(what) === attempt) open.delete(what);
  };
  try {
    const answer = await send({ 'Idempotency-Key': attempt.key });
    over();
    return answer;
  } catch (error) {
    if (refusedForGood(error)) over();
    throw error;
  }
}

/** No answer, a server that failed, one that is still at it or too busy: it may have been done, or will be. */
function refusedForGood(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return (
    typeof status === 'number' && status >= 400 && status < 500 && ![401, 408, 409, 425, 429].includes(status)
  );
}
