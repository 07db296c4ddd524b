import { OPERATIONS, type Operations, type Synced } from './gen/operations.gen.ts';
import { PulsoProblem, PulsoUnreachable } from './problem.ts';
import { pause, repeatable, retryAfter } from './retry.ts';

export type { Operations, ProblemKind, Synced } from './gen/operations.gen.ts';
export type * from './gen/types.gen.ts';
export { PulsoProblem, PulsoUnreachable, type Violation } from './problem.ts';

export interface PulsoOptions {
  /** The installation: `https://app.example.com`. */
  baseUrl: string;
  /** An API key, or what answers the access token of a session, asked before each request. */
  auth?: string | (() => string | undefined | Promise<string | undefined>);
  /** The date of the API that the program was written for, sent as `Pulso-Version`. */
  version?: string;
  /** Repeats of a request that may be repeated; 4 when absent. */
  retries?: number;
  fetch?: typeof globalThis.fetch;
  /** For tests. */
  sleep?: (milliseconds: number) => Promise<void>;
}

type Name = keyof Operations;
type Listing = {
  [K in Name]: Operations[K]['answer'] extends { data: readonly unknown[] } ? K : never;
}[Name];
type RowOf<K extends Name> = Operations[K]['answer'] extends { data: readonly (infer Row)[] } ? Row : never;
/** The names of other records that its rows may bring. */
type Included<K extends Name> = Operations[K]['given'] extends {
  query?: { include?: readonly (infer Value)[] };
}
  ? Exclude<Value, 'removed'>
  : never;
/** Only what the operation takes; what it insists on must be given. */
type Given<K extends Name> = Operations[K]['given'] & RequestOptions;
type Arguments<K extends Name> =
  Record<never, never> extends Operations[K]['given'] ? [given?: Given<K>] : [given: Given<K>];

export interface RequestOptions {
  /** Sent with a POST that takes one; it is made when it is absent. Name your own to be safe over a restart of the program. */
  idempotencyKey?: string;
  /** The version or the tag that the change was based on. */
  ifMatch?: number | string;
  signal?: AbortSignal;
}

/** A page of what changed. `since` is to be kept and given to the next call. */
export interface Changes<Row> {
  rows: Row[];
  /** Ids that are gone: deleted, or out of one's reach. */
  removed: string[];
  since: string;
}

export class Pulso {
  readonly #options: PulsoOptions;

  constructor(options: PulsoOptions) {
    this.#options = options;
  }

  /**
   * Sends one operation of the contract by its id and answers what success answers.
   * Repeats by itself what may be repeated: reads, and writes under their key or version.
   * @throws PulsoProblem when the API refuses, PulsoUnreachable when no answer comes
   */
  async call<K extends Name>(name: K, ...[given]: Arguments<K>): Promise<Operations[K]['answer']> {
    return (await this.#send(name, given)) as Operations[K]['answer'];
  }

  /** The rows of a list, page after page, as one sequence. */
  async *each<K extends Listing>(
    name: K,
    ...[given]: Arguments<K>
  ): AsyncGenerator<RowOf<K>, void, undefined> {
    for await (const page of this.pages(name, ...([given] as Arguments<K>))) yield* page;
  }

  async *pages<K extends Listing>(
    name: K,
    ...[given]: Arguments<K>
  ): AsyncGenerator<RowOf<K>[], void, undefined> {
    let cursor: string | null | undefined;
    do {
      const page = (await this.#send(name, withQuery(given, cursor ? { cursor } : {}))) as Page<RowOf<K>>;
      yield page.data;
      cursor = page.next_cursor;
    } while (cursor);
  }

  /**
   * What changed since an instant (absent: everything there is), the oldest change first, with what has gone. Take each page in
   * before you ask for the next and keep its `since`: a program that dies in between goes on from there and misses nothing.
   */
  async *sync<K extends Synced & Listing>(
    name: K,
    {
      since,
      limit = 200,
      include = [],
      ...options
    }: { since?: string | undefined; limit?: number; include?: readonly Included<K>[] } & RequestOptions = {},
  ): AsyncGenerator<Changes<RowOf<K>>, void, undefined> {
    let seen = since ?? '1970-01-01T00:00:00Z';
    let cursor: string | null | undefined;
    do {
      const query = {
        updated_since: since ?? '1970-01-01T00:00:00Z',
        include: ['removed', ...include],
        limit,
        ...(cursor ? { cursor } : {}),
      };
      const page = (await this.#send(name, { ...options, query })) as Page<RowOf<K> & Changed> & {
        removed?: Changed[];
      };
      const removed = page.removed ?? [];
      for (const { updated_at } of [...page.data, ...removed]) if (later(updated_at, seen)) seen = updated_at;
      yield { rows: page.data, removed: removed.map(({ id }) => id), since: seen };
      cursor = page.next_cursor;
    } while (cursor);
  }

  async #send(name: Name, given: Loose = {}): Promise<unknown> {
    const [method, template, keyed] = OPERATIONS[name];
    const { retries = 4, sleep = wait, fetch = globalThis.fetch } = this.#options;
    const url = this.#url(template, given);
    const key = keyed ? (given.idempotencyKey ?? crypto.randomUUID()) : undefined;
    // A POST has its key, a change its version, and the rest does nothing the second time; of what takes no key (it opens a
    // session) nobody can tell whether it was done.
    const again = keyed || method !== 'POST';
    for (let attempt = 1; ; attempt++) {
      const last = attempt > retries;
      let response: Response;
      try {
        response = await fetch(url, { method, ...(await this.#request(given, key)) });
      } catch (cause) {
        given.signal?.throwIfAborted();
        if (last || !again) throw new PulsoUnreachable(`${method} ${url} got no answer`, { cause });
        await sleep(pause(attempt, undefined));
        continue;
      }
      if (response.ok) return answer(response);
      const problem = await read(response);
      const undone = response.status === 429 || response.status === 503;
      if (last || !repeatable(response.status, problem.kind) || !(again || undone)) throw problem;
      await sleep(pause(attempt, problem.retryAfter));
    }
  }

  #url(template: string, given: Loose): string {
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = given.path?.[name];
      if (value === undefined || value === '') throw new TypeError(`${name} of ${template} is missing`);
      return encodeURIComponent(String(value));
    });
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(given.query ?? {})) {
      if (value === undefined || value === null) continue;
      // Several values of one filter are one parameter.
      query.append(name, Array.isArray(value) ? value.join(',') : String(value));
    }
    const asked = query.toString();
    return `${this.#options.baseUrl.replace(/\/$/, '')}${path}${asked ? `?${asked}` : ''}`;
  }

  async #request(given: Loose, key: string | undefined): Promise<RequestInit> {
    const headers = new Headers({ Accept: 'application/json, application/problem+json;q=0.9, */*;q=0.5' });
    const { auth, version } = this.#options;
    const token = typeof auth === 'function' ? await auth() : auth;
    if (token) headers.set('Authorization', `Bearer ${token}`);
    if (version) headers.set('Pulso-Version', version);
    if (key) headers.set('Idempotency-Key', key);
    if (given.ifMatch !== undefined)
      headers.set('If-Match', typeof given.ifMatch === 'number' ? `"${given.ifMatch}"` : given.ifMatch);
    const request: RequestInit = { headers };
    if (given.signal) request.signal = given.signal;
    if (given.body instanceof FormData) request.body = given.body;
    else if (given.body !== undefined) {
      headers.set('Content-Type', 'application/json');
      request.body = JSON.stringify(given.body);
    }
    return request;
  }
}

interface Loose extends RequestOptions {
  path?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
}

interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
}

interface Changed {
  id: string;
  updated_at: string;
}

const withQuery = (given: Loose | undefined, query: Record<string, unknown>): Loose => ({
  ...given,
  query: { ...given?.query, ...query },
});

/** Instants of the API have up to six digits behind the second, so that texts of other lengths do not compare. */
function later(a: string, b: string): boolean {
  const parts = (instant: string) => {
    const [second = '', fraction = ''] = instant.replace('Z', '').split('.');
    return `${second}.${fraction.padEnd(9, '0')}`;
  };
  return parts(a) > parts(b);
}

async function answer(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  if (/json/.test(type)) return response.json();
  return /^text\//.test(type) ? response.text() : response.blob();
}

async function read(response: Response): Promise<PulsoProblem> {
  // A proxy in between may answer something that is no problem at all.
  const body: unknown = await response.json().catch(() => ({}));
  const members = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {};
  return new PulsoProblem(response.status, members, retryAfter(response.headers.get('Retry-After')));
}

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
