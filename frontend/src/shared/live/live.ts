import { profileOf } from '@/shared/session/createSession';
import { staffSession } from '@/shared/session/session';
import { type LiveEvent, messageReader, pauseBefore, toEvent } from './events';

/** Told of each event; `null`: something was missed, read again what is shown. */
export type LiveListener = (event: LiveEvent | null) => void;

/** The server says something every 20 seconds: longer silence is a connection that has died unnoticed. */
const silenceMs = 50_000;
/** A tab that nobody looks at leaves its connection to others: browsers open only six to one address. */
const hiddenMs = 30_000;

const listeners = new Set<LiveListener>();
let running: AbortController | undefined;
let seen: string | undefined;
let owner: string | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Listens while somebody is logged in and looks; what happened in between is made up for. */
export function onLive(listener: LiveListener): () => void {
  listeners.add(listener);
  settle();
  return () => {
    listeners.delete(listener);
    settle();
  };
}

function tell(event: LiveEvent | null) {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (error) {
      // One screen's fault is neither the stream's nor that of the other screens: told as any other fault, and gone past.
      reportError(error);
    }
  }
}

function settle() {
  const session = staffSession.current();
  const profile = profileOf(session);
  const who = profile && `${profile.tenant.id}/${profile.user.id}`;
  if (who !== owner) {
    // The place in the log of one person means nothing to the next one.
    owner = who;
    seen = undefined;
    stop();
  }
  // Their place in the log is kept while a session that is over waits for them.
  const wanted = session.status === 'open' && listeners.size > 0 && document.visibilityState === 'visible';
  clearTimeout(hiding);
  if (wanted && !running) {
    running = new AbortController();
    void listen(running.signal);
  } else if (!wanted && running) {
    if (session.status === 'open' && listeners.size > 0) hiding = setTimeout(stop, hiddenMs);
    else stop();
  }
}

function stop() {
  running?.abort();
  running = undefined;
}

staffSession.subscribe(settle);
if (typeof document !== 'undefined') document.addEventListener('visibilitychange', settle);

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

async function listen(signal: AbortSignal): Promise<void> {
  for (let attempt = 0, first = true; !signal.aborted; attempt++, first = false) {
    const token = staffSession.token();
    if (!token) return;
    const connection = new AbortController();
    const hangUp = () => connection.abort();
    signal.addEventListener('abort', hangUp);
    try {
      const response = await fetch(new URL('/api/live', location.origin), {
        headers: {
          Accept: 'text/event-stream',
          Authorization: `Bearer ${token}`,
          ...(seen ? { 'Last-Event-ID': seen } : {}),
        },
        cache: 'no-store',
        signal: connection.signal,
      });
      if (response.status === 401) await staffSession.renew(token);
      else if (response.ok && response.body) {
        const again = !first && seen === undefined;
        await follow(response.body, connection, again, () => {
          attempt = -1;
        });
      }
    } catch {
      // The way there is broken: tried again below.
    } finally {
      signal.removeEventListener('abort', hangUp);
      connection.abort();
    }
    if (!signal.aborted) await pause(pauseBefore(Math.max(attempt, 0)), signal);
  }
}

/** Reads until the stream ends, breaks or falls silent. `again`: there was one before that left no place to go on from. */
async function follow(
  body: ReadableStream<Uint8Array>,
  connection: AbortController,
  again: boolean,
  alive: () => void,
): Promise<void> {
  const reader = body.getReader();
  const text = new TextDecoder();
  const read = messageReader();
  let silence = setTimeout(() => connection.abort(), silenceMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      clearTimeout(silence);
      silence = setTimeout(() => connection.abort(), silenceMs);
      for (const message of read(text.decode(value, { stream: true }))) {
        if (message.event === 'reset' || (message.event === 'ready' && again)) tell(null);
        else if (message.event !== 'ready' && message.event !== 'ping') tell(toEvent(message));
        // Only what has been told counts as seen.
        if (message.id !== undefined) seen = message.id;
      }
    }
  } finally {
    clearTimeout(silence);
  }
}
