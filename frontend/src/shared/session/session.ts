import { dropEarly, takeEarly } from '@/shared/api/early';
import type { Profile, Session } from '@/shared/api/gen';
import { dropUnsaved } from '@/shared/lib/unsaved';

/**
 * The session of this browser. The access token lives in memory only; the refresh token is an HttpOnly cookie that
 * scripts never see. One tab at a time renews (a Web Lock) and tells the others the new token (a broadcast), so that
 * rotation never sees one refresh token twice.
 */
export type SessionState =
  | { status: 'starting' }
  | { status: 'anonymous' }
  | { status: 'open'; token: string; expiresAt: number; profile: Profile }
  /** It ended by itself under somebody's work: the page stays as it is, and whoever it was may sign in again over it. */
  | { status: 'over'; profile: Profile };

type Message =
  | { kind: 'token'; token: string; expiresAt: number; userId: string; tenantId: string }
  | { kind: 'closed' };

const channelName = 'pulso.session';
const hintKey = 'pulso.session';
/** Renew this long before the token ends, so that no request is sent with a dying one. */
const marginMs = 60_000;

let state: SessionState = { status: 'starting' };
let lastProfile: Profile | undefined;
const listeners = new Set<() => void>();
/**
 * Counts the ends of sessions. What was begun before an end (a renewal, a login whose profile is still on its way) must not
 * open again what has been closed meanwhile.
 */
let epoch = 0;
let renewing: Promise<string | null> | undefined;
let starting: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);

export const getSession = (): SessionState => state;
/** Who was last logged in: screens that are being left after a logout still draw once more. */
export const getLastProfile = (): Profile | undefined => lastProfile;
export const accessToken = (): string | null => (state.status === 'open' ? state.token : null);
/** Whose work the screen shows: also while their session waits for them to sign in again. */
export const profileOf = (session: SessionState): Profile | undefined =>
  session.status === 'open' || session.status === 'over' ? session.profile : undefined;

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: SessionState) {
  state = next;
  if (next.status === 'anonymous') epoch++;
  lastProfile = profileOf(next) ?? lastProfile;
  if (next.status === 'anonymous') dropEarly();
  clearTimeout(timer);
  if (next.status === 'open') {
    timer = setTimeout(
      () => void renew(next.token).catch(() => undefined),
      Math.max(next.expiresAt - Date.now() - marginMs, 1_000),
    );
  }
  for (const listener of listeners) listener();
}

/** Whether a session may exist: spares a visitor who never logged in a request that can only fail. */
function hint(open?: boolean): boolean {
  try {
    if (open === true) localStorage.setItem(hintKey, '1');
    if (open === false) localStorage.removeItem(hintKey);
    return localStorage.getItem(hintKey) === '1';
  } catch {
    return true;
  }
}

channel?.addEventListener('message', (event: MessageEvent<Message>) => {
  const message = event.data;
  if (message.kind === 'closed') {
    // Also while this tab is still starting: what it is about to be answered is of a session that has been closed.
    if (state.status !== 'anonymous') become({ status: 'anonymous' });
    return;
  }
  if (state.status === 'starting' || state.status === 'anonymous') {
    // Somebody logged in in another tab: this one follows with its own profile.
    if (state.status === 'anonymous') void startSession(true);
    return;
  }
  if (message.userId !== state.profile.user.id || message.tenantId !== state.profile.tenant.id) {
    // Another person or company took over the cookie: nothing on this page is theirs to see.
    dropUnsaved();
    location.reload();
    return;
  }
  become({
    status: 'open',
    token: message.token,
    expiresAt: message.expiresAt,
    profile: state.profile,
  });
});

async function authCall(path: string): Promise<Response> {
  return fetch(new URL(`/api/auth/${path}`, location.origin), {
    method: 'POST',
    headers: { 'X-Pulso-Client': 'web', Accept: 'application/json' },
    credentials: 'same-origin',
  });
}

async function withLock<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator) || !navigator.locks) return work();
  return navigator.locks.request('pulso.refresh', work) as Promise<T>;
}

async function fetchProfile(token: string): Promise<Profile> {
  const response = await (takeEarly('/api/profile') ??
    fetch(new URL('/api/profile', location.origin), {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    }));
  if (!response.ok) throw new Error(`profile answered ${response.status}`);
  return (await response.json()) as Profile;
}

function announce(opened: Extract<SessionState, { status: 'open' }>) {
  channel?.postMessage({
    kind: 'token',
    token: opened.token,
    expiresAt: opened.expiresAt,
    userId: opened.profile.user.id,
    tenantId: opened.profile.tenant.id,
  } satisfies Message);
}

/**
 * Takes over what login, register or refresh answered, unless a session was closed since `begun`: a logout is not undone
 * by a renewal that was on its way.
 */
export async function openSession(session: Session, begun = epoch): Promise<void> {
  const shown = profileOf(state);
  const known =
    shown?.user.id === session.user.id && shown.tenant.id === session.tenant.id ? shown : undefined;
  const profile = known ?? (await fetchProfile(session.access_token));
  if (begun !== epoch) return;
  const opened = {
    status: 'open',
    token: session.access_token,
    expiresAt: Date.now() + session.expires_in * 1000,
    profile,
  } as const;
  hint(true);
  become(opened);
  announce(opened);
  // What the role may do can have changed since the last token; the screen goes on meanwhile with what it knows.
  if (known) void readProfile();
}

/** Asks again who one is and what one may do; a server that does not answer changes nothing. */
export async function readProfile(): Promise<void> {
  const begun = epoch;
  const token = accessToken();
  if (!token) return;
  const profile = await fetchProfile(token).catch(() => undefined);
  if (profile && begun === epoch && profileOf(state)?.user.id === profile.user.id) replaceProfile(profile);
}

/**
 * A new access token, or null when the session is over. `stale` is the token that was refused or is about to end: when
 * another tab has meanwhile brought a newer one, that one is used. Throws when the server cannot be reached, which ends
 * nothing.
 */
export function renew(stale: string | null): Promise<string | null> {
  renewing ??= withLock(async () => {
    const begun = epoch;
    const current = accessToken();
    if (current && current !== stale) return current;
    const response = await (takeEarly('/api/auth/refresh', { lasting: true }) ?? authCall('refresh'));
    if (begun !== epoch) return null;
    if (response.status === 401 || response.status === 400) {
      hint(false);
      const profile = profileOf(state);
      become(profile ? { status: 'over', profile } : { status: 'anonymous' });
      return null;
    }
    if (!response.ok) throw new Error(`refresh answered ${response.status}`);
    await openSession((await response.json()) as Session, begun);
    return accessToken();
  }).finally(() => {
    renewing = undefined;
  });
  return renewing;
}

/** Resolves once it is known whether somebody is logged in. */
export function startSession(again = false): Promise<void> {
  if (again || !starting) {
    starting = hint()
      ? renew(null).then(
          () => undefined,
          (error: unknown) => {
            // The server is away: asking again on the next navigation is better than logging somebody out.
            starting = undefined;
            throw error;
          },
        )
      : Promise.resolve(become({ status: 'anonymous' }));
  }
  return starting;
}

export async function closeSession(): Promise<void> {
  // The screen is left at once; the server ends the session even when nobody waits for the answer.
  const call = authCall('logout').catch(() => undefined);
  hint(false);
  become({ status: 'anonymous' });
  channel?.postMessage({ kind: 'closed' } satisfies Message);
  await call;
}

export function replaceProfile(profile: Profile): void {
  if (state.status === 'open' || state.status === 'over') become({ ...state, profile });
}

/**
 * For what could not be sent because the session is over: the token of the one that its owner opens again over the page,
 * or null when they leave instead.
 */
export function reopened(signal?: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const end = () => {
      unsubscribe();
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      reject(signal?.reason);
    };
    const look = () => {
      if (state.status === 'over') return;
      end();
      resolve(accessToken());
    };
    const unsubscribe = subscribeSession(look);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
    look();
  });
}
