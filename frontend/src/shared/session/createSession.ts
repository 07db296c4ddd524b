/** What login, register and refresh answer: a token for a person of a company. */
export interface Opened {
  access_token: string;
  /** Seconds. */
  expires_in: number;
  user: { id: string };
  tenant: { id: string };
}

/** Whose work the screen shows. */
interface Person {
  user: { id: string };
  tenant: { id: string };
}

export type SessionState<P extends Person> =
  | { status: 'starting' }
  | { status: 'anonymous' }
  | { status: 'open'; token: string; expiresAt: number; profile: P }
  /** It ended by itself under somebody's work: the page stays as it is, and whoever it was may sign in again over it. */
  | { status: 'over'; profile: P };

export interface SessionOptions<P extends Person> {
  /** Of its channel, its lock and its hint: sessions of other names on the same origin do not meet it. */
  name: string;
  /** Asks for a new token; a cookie that scripts never see says whose. */
  refresh: () => Promise<Response>;
  /** Ends it on the server. */
  logout: () => Promise<unknown>;
  /** Who one is and what one may do. */
  readProfile: (token: string) => Promise<P>;
  /** Another person or company took over the cookie: nothing on this page is theirs to see. */
  onTakenOver: () => void;
}

export type BrowserSession<P extends Person> = ReturnType<typeof createSession<P>>;

type Message =
  | { kind: 'token'; token: string; expiresAt: number; userId: string; tenantId: string }
  | { kind: 'closed' };

/** Renew this long before the token ends, so that no request is sent with a dying one. */
const marginMs = 60_000;

/** Whose work the screen shows: also while their session waits for them to sign in again. */
export const profileOf = <P extends Person>(session: SessionState<P>): P | undefined =>
  session.status === 'open' || session.status === 'over' ? session.profile : undefined;

/**
 * A session of this browser. The access token lives in memory only; the refresh token is an HttpOnly cookie that scripts
 * never see. One tab at a time renews (a Web Lock) and tells the others the new token (a broadcast), so that rotation
 * never sees one refresh token twice.
 */
export function createSession<P extends Person>({
  name,
  refresh,
  logout,
  readProfile: fetchProfile,
  onTakenOver,
}: SessionOptions<P>) {
  const hintKey = `${name}.session`;
  const listeners = new Set<() => void>();
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`${name}.session`);
  let state: SessionState<P> = { status: 'starting' };
  let lastProfile: P | undefined;
  /**
   * Counts the ends of sessions. What was begun before an end (a renewal, a login whose profile is still on its way) must
   * not open again what has been closed meanwhile.
   */
  let epoch = 0;
  let renewing: { since: number; token: Promise<string | null> } | undefined;
  let starting: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const current = (): SessionState<P> => state;
  const token = (): string | null => (state.status === 'open' ? state.token : null);

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  function become(next: SessionState<P>) {
    state = next;
    if (next.status === 'anonymous') epoch++;
    lastProfile = profileOf(next) ?? lastProfile;
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

  channel?.addEventListener('message', ({ data: message }: MessageEvent<Message>) => {
    if (message.kind === 'closed') {
      // Also while this tab is still starting: what it is about to be answered is of a session that has been closed.
      if (state.status !== 'anonymous') become({ status: 'anonymous' });
      return;
    }
    // A tab of another release may tell what this one does not know.
    if (message.kind !== 'token') return;
    if (state.status === 'starting' || state.status === 'anonymous') {
      // Somebody logged in in another tab: this one follows with its own profile.
      if (state.status === 'anonymous') void start(true).catch(() => undefined);
      return;
    }
    if (message.userId !== state.profile.user.id || message.tenantId !== state.profile.tenant.id) {
      onTakenOver();
      return;
    }
    become({
      status: 'open',
      token: message.token,
      expiresAt: message.expiresAt,
      profile: state.profile,
    });
  });

  async function withLock<T>(work: () => Promise<T>): Promise<T> {
    if (!('locks' in navigator) || !navigator.locks) return work();
    return navigator.locks.request(`${name}.refresh`, work) as Promise<T>;
  }

  function announce(opened: Extract<SessionState<P>, { status: 'open' }>) {
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
  async function open(session: Opened, begun = epoch): Promise<void> {
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
  async function readProfile(): Promise<void> {
    const begun = epoch;
    const used = token();
    if (!used) return;
    const profile = await fetchProfile(used).catch(() => undefined);
    if (profile && begun === epoch && profileOf(state)?.user.id === profile.user.id) replaceProfile(profile);
  }

  /**
   * A new access token, or null when the session is over. `stale` is the token that was refused or is about to end: when
   * another tab has meanwhile brought a newer one, that one is used. Throws when the server cannot be reached, which ends
   * nothing.
   */
  function renew(stale: string | null): Promise<string | null> {
    // One that was begun before the end of a session answers nobody who asks after it.
    if (renewing?.since === epoch) return renewing.token;
    const begun = epoch;
    const answered = withLock(async () => {
      // The wait for the lock is long when other tabs are asking: it may have been closed meanwhile.
      if (begun !== epoch) return null;
      const brought = token();
      if (brought && brought !== stale) return brought;
      const response = await refresh();
      if (begun !== epoch) return null;
      if (response.status === 401 || response.status === 400) {
        hint(false);
        const profile = profileOf(state);
        become(profile ? { status: 'over', profile } : { status: 'anonymous' });
        return null;
      }
      if (!response.ok) throw new Error(`refresh answered ${response.status}`);
      await open((await response.json()) as Opened, begun);
      return token();
    }).finally(() => {
      if (renewing?.token === answered) renewing = undefined;
    });
    renewing = { since: begun, token: answered };
    return answered;
  }

  /** Resolves once it is known whether somebody is logged in. */
  function start(again = false): Promise<void> {
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

  async function close(): Promise<void> {
    // The screen is left at once; the server ends the session even when nobody waits for the answer.
    const call = logout().catch(() => undefined);
    hint(false);
    become({ status: 'anonymous' });
    channel?.postMessage({ kind: 'closed' } satisfies Message);
    await call;
  }

  function replaceProfile(profile: P): void {
    if (state.status === 'open' || state.status === 'over') become({ ...state, profile });
  }

  /**
   * For what could not be sent because the session is over: the token of the one that its owner opens again over the page,
   * or null when they leave instead.
   */
  function reopened(signal?: AbortSignal): Promise<string | null> {
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
        resolve(token());
      };
      const unsubscribe = subscribe(look);
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort);
      look();
    });
  }

  return {
    current,
    token,
    /** Who was last logged in: screens that are being left after a logout still draw once more. */
    lastProfile: () => lastProfile,
    subscribe,
    open: (session: Opened) => open(session),
    readProfile,
    renew,
    start,
    close,
    replaceProfile,
    reopened,
  };
}
