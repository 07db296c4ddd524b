import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answersProfile, at, problem, profile, server, session } from '@/shared/testing/server';

const RealChannel = BroadcastChannel;
let browsers = 0;
const channelName = (name: string) => `${name}#${browsers}`;

/** Each test is a freshly opened tab of a browser of its own: the session lives in the module, and hears its tabs. */
async function freshTab() {
  vi.resetModules();
  browsers++;
  vi.stubGlobal(
    'BroadcastChannel',
    class extends RealChannel {
      constructor(name: string) {
        super(channelName(name));
      }
    },
  );
  const { staffSession } = await import('./session');
  const { profileOf } = await import('./createSession');
  const { configureClient } = await import('@/shared/api/client');
  configureClient();
  const { getTenant } = await import('@/shared/api/gen/tenant');
  return { ...staffSession, profileOf, getTenant };
}

let refreshes = 0;
const refreshWith = (token: string | null) =>
  http.post(at('/api/auth/refresh'), ({ request }) => {
    refreshes++;
    expect(request.headers.get('X-Pulso-Client')).toBe('web');
    return token ? HttpResponse.json(session(token)) : problem(401, 'unauthorized');
  });

beforeEach(() => {
  refreshes = 0;
  localStorage.setItem('pulso.session', '1');
  server.use(answersProfile());
});

describe('the session', () => {
  it('is taken up again at the start, with the permissions of the profile', async () => {
    server.use(refreshWith('first'));
    const tab = await freshTab();
    await tab.start();
    expect(tab.token()).toBe('first');
    expect(tab.current()).toMatchObject({ status: 'open', profile: { user: { name: 'Maria Alves' } } });
  });

  it('takes what was asked for before the modules were there, once', async () => {
    const asked: string[] = [];
    const early = (body: object) => Promise.resolve(Response.json(body));
    window.pulsoEarly = {
      '/api/auth/refresh': early(session('early')),
      '/api/profile': early(profile),
      '/api/tenant': early({ name: 'early' }),
    };
    server.use(
      http.get(at('/api/tenant'), ({ request }) => {
        asked.push(request.headers.get('Authorization') ?? '');
        return HttpResponse.json({ name: 'late' });
      }),
    );
    const tab = await freshTab();
    await tab.start();
    expect(tab.token()).toBe('early');
    const name = async () => (await tab.getTenant({ throwOnError: true })).data.name;
    expect([await name(), await name()]).toEqual(['early', 'late']);
    expect(asked).toEqual(['Bearer early']);
    expect(refreshes).toBe(0);
  });

  it('leaves nothing of what one person has asked for to the next one', async () => {
    server.use(
      refreshWith('first'),
      http.post(at('/api/auth/logout'), () => new HttpResponse(null, { status: 204 })),
    );
    const tab = await freshTab();
    await tab.start();
    window.pulsoEarly = { '/api/tenant': Promise.resolve(Response.json({ name: 'theirs' })) };
    await tab.close();
    expect(window.pulsoEarly).toBeUndefined();
  });

  it('does not ask the server for a visitor who never logged in', async () => {
    localStorage.clear();
    const tab = await freshTab();
    await tab.start();
    expect(tab.current().status).toBe('anonymous');
    expect(refreshes).toBe(0);
  });

  it('is over when the refresh token is refused', async () => {
    server.use(refreshWith(null));
    const tab = await freshTab();
    await tab.start();
    expect(tab.current().status).toBe('anonymous');
    expect(localStorage.getItem('pulso.session')).toBeNull();
  });

  it('is not over because the server is away', async () => {
    server.use(http.post(at('/api/auth/refresh'), () => HttpResponse.json({}, { status: 503 })));
    const tab = await freshTab();
    await expect(tab.start()).rejects.toThrow('503');
    expect(tab.current().status).toBe('starting');
    server.use(refreshWith('back'));
    await tab.start();
    expect(tab.token()).toBe('back');
  });

  it('renews once for many requests that are refused at the same time, and repeats each', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    const seen: (string | null)[] = [];
    server.use(
      refreshWith('new'),
      http.get(at('/api/tenant'), ({ request }) => {
        const token = request.headers.get('Authorization');
        seen.push(token);
        return token === 'Bearer new' ? HttpResponse.json({ name: 'Pixel12' }) : problem(401, 'unauthorized');
      }),
    );
    refreshes = 0;
    const answers = await Promise.all([1, 2, 3].map(() => tab.getTenant({ throwOnError: true })));
    expect(answers.map((answer) => answer.data.name)).toEqual(['Pixel12', 'Pixel12', 'Pixel12']);
    expect(refreshes).toBe(1);
    expect(seen.filter((token) => token === 'Bearer old')).toHaveLength(3);
  });

  /** A tab whose session has ended under a request: the server takes only `again`, which nobody has yet. */
  async function tabWhoseSessionEnded() {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    server.use(
      refreshWith(null),
      http.get(at('/api/tenant'), ({ request }) =>
        request.headers.get('Authorization') === 'Bearer again'
          ? HttpResponse.json({ name: 'Pixel12' })
          : problem(401, 'unauthorized'),
      ),
    );
    const request = tab.getTenant({ throwOnError: true });
    request.catch(() => undefined);
    await vi.waitFor(() => expect(tab.current().status).toBe('over'));
    return { tab, request };
  }

  it('that ends by itself keeps what was to be sent, and sends it once its owner is back', async () => {
    const { tab, request } = await tabWhoseSessionEnded();
    const asked = tab.getTenant({ throwOnError: true });
    expect(tab.profileOf(tab.current())?.user.name).toBe('Maria Alves');
    await tab.open(session('again'));
    expect((await request).data.name).toBe('Pixel12');
    expect((await asked).data.name).toBe('Pixel12');
  });

  it('that ends by itself and is left fails what was to be sent as unauthorized', async () => {
    const { tab, request } = await tabWhoseSessionEnded();
    server.use(http.post(at('/api/auth/logout'), () => new HttpResponse(null, { status: 204 })));
    await tab.close();
    await expect(request).rejects.toMatchObject({ status: 401 });
  });

  it('that is over stops waiting for a request that nobody wants any more', async () => {
    const { tab } = await tabWhoseSessionEnded();
    const leaving = new AbortController();
    const asked = tab.getTenant({ throwOnError: true, signal: leaving.signal });
    leaving.abort();
    await expect(asked).rejects.toBeDefined();
  });

  it('stays closed when a renewal was on its way at the logout', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.post(at('/api/auth/logout'), () => new HttpResponse(null, { status: 204 })),
      http.post(at('/api/auth/refresh'), async () => {
        await held;
        return HttpResponse.json(session('fresh'));
      }),
    );
    const renewing = tab.renew('old');
    await tab.close();
    answer();
    expect(await renewing).toBeNull();
    expect(tab.current().status).toBe('anonymous');
    expect(localStorage.getItem('pulso.session')).toBeNull();
  });

  it('stays closed when another tab closes it while this one starts', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.post(at('/api/auth/refresh'), async () => {
        await held;
        return HttpResponse.json(session('fresh'));
      }),
    );
    const tab = await freshTab();
    const starting = tab.start();
    const other = new RealChannel(channelName('pulso.session'));
    other.postMessage({ kind: 'closed' });
    await vi.waitFor(() => expect(tab.current().status).toBe('anonymous'), { timeout: 8_000 });
    answer();
    await starting;
    expect(tab.current().status).toBe('anonymous');
    other.close();
  });

  it('learns with each new token what its person may do now', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    server.use(refreshWith('new'), answersProfile(['crm.leads:read']));
    await tab.renew('old');
    await vi.waitFor(() => expect(tab.profileOf(tab.current())?.permissions).toEqual(['crm.leads:read']));
  });

  it('learns what its person may do when it is told to look', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    server.use(answersProfile(['people.users:read']));
    await tab.readProfile();
    expect(tab.profileOf(tab.current())?.permissions).toEqual(['people.users:read']);
  });

  it('uses the token that another tab has brought instead of renewing again', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    refreshes = 0;
    const other = new RealChannel(channelName('pulso.session'));
    other.postMessage({
      kind: 'token',
      token: 'theirs',
      expiresAt: Date.now() + 900_000,
      userId: 'u1',
      tenantId: 't1',
    });
    await vi.waitFor(() => expect(tab.token()).toBe('theirs'), { timeout: 8_000 });
    expect(await tab.renew('old')).toBe('theirs');
    expect(refreshes).toBe(0);
    other.close();
  });

  it('closes here when it is closed in another tab', async () => {
    server.use(refreshWith('old'));
    const tab = await freshTab();
    await tab.start();
    const other = new RealChannel(channelName('pulso.session'));
    other.postMessage({ kind: 'closed' });
    await vi.waitFor(() => expect(tab.current().status).toBe('anonymous'), { timeout: 8_000 });
    other.close();
  });
});
