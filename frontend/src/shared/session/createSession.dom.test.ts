import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { profile, session } from '@/shared/testing/server';
import { type BrowserSession, createSession, type SessionOptions } from './createSession';

type Staff = typeof profile;
interface Payer {
  user: { id: string };
  tenant: { id: string };
  pays: string;
}

/** One lock of a name at a time, for all tabs of the browser. */
class Locks {
  private readonly last = new Map<string, Promise<unknown>>();
  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(name) ?? Promise.resolve()).then(work, work);
    this.last.set(name, turn);
    return turn;
  }
}

/** An answer that comes when the test says so. */
function held() {
  let answer: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

const answers = (token: string) => Response.json(session(token));
const refused = () => new Response(null, { status: 401 });
const calls: string[] = [];
let names = 0;
let name = '';

/** A tab of the browser in which staff work; `name` is of this test alone. */
const tab = (options: Partial<SessionOptions<Staff>> = {}): BrowserSession<Staff> =>
  createSession<Staff>({
    name,
    refresh: async () => answers('renewed'),
    logout: async () => calls.push(`${name} logged out`),
    readProfile: async () => profile,
    onTakenOver: () => calls.push('taken over'),
    ...options,
  });

const portal = (): BrowserSession<Payer> =>
  createSession<Payer>({
    name: `${name}.portal`,
    refresh: async () => refused(),
    logout: async () => calls.push('portal logged out'),
    readProfile: async () => ({ user: { id: 'p1' }, tenant: { id: 't9' }, pays: 'Padaria Sol' }),
    onTakenOver: () => calls.push('portal taken over'),
  });
const payer = { ...session('theirs'), user: { id: 'p1' }, tenant: { id: 't9' } };
const statusOf = (one: { current: () => { status: string } }) => one.current().status;
/** What is told to other tabs arrives later than what was asked here: by then this has been told, too. */
async function heard(channel: string) {
  const [from, to] = [new BroadcastChannel(channel), new BroadcastChannel(channel)];
  await new Promise<void>((resolve) => {
    to.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
      if (data.kind === 'mark') resolve();
    };
    from.postMessage({ kind: 'mark' });
  });
  from.close();
  to.close();
}

beforeEach(() => {
  name = `test${++names}`;
  calls.length = 0;
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks: new Locks() }));
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

describe('two sessions of one page', () => {
  it('do not meet: each has its own person, and is opened alone', async () => {
    const [staff, customer] = [tab(), portal()];
    await staff.open(session('ours'));
    expect(statusOf(customer)).toBe('starting');
    await customer.open(payer);
    expect([staff.token(), customer.token()]).toEqual(['ours', 'theirs']);
    expect(staff.lastProfile()?.user.name).toBe('Maria Alves');
    expect(customer.lastProfile()?.pays).toBe('Padaria Sol');
    await heard(`${name}.session`);
    expect(calls).toEqual([]);
    expect(Object.keys(localStorage).sort()).toEqual([`${name}.portal.session`, `${name}.session`]);
  });

  it('do not end together: neither by a logout nor by a refusal', async () => {
    const [staff, customer] = [tab(), portal()];
    await staff.open(session('ours'));
    await customer.open(payer);
    await customer.renew('theirs');
    expect([statusOf(staff), statusOf(customer)]).toEqual(['open', 'over']);
    await customer.close();
    await heard(`${name}.portal.session`);
    await heard(`${name}.session`);
    expect([statusOf(staff), statusOf(customer)]).toEqual(['open', 'anonymous']);
    expect(calls).toEqual(['portal logged out']);
    expect(localStorage.getItem(`${name}.session`)).toBe('1');
  });
});

describe('a renewal on its way', () => {
  it('is one for all who wait for it', async () => {
    const slow = held();
    const refresh = vi.fn(() => slow.promise);
    const one = tab({ refresh });
    await one.open(session('old'));
    const waiting = [one.renew('old'), one.renew('old'), one.renew('old')];
    slow.answer(answers('new'));
    expect(await Promise.all(waiting)).toEqual(['new', 'new', 'new']);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is one for all tabs: the second takes the token that the first has brought', async () => {
    const slow = held();
    const refresh = vi.fn(() => slow.promise);
    const [first, second] = [tab({ refresh }), tab({ refresh })];
    await first.open(session('old'));
    await second.open(session('old'));
    const renewing = first.renew('old');
    slow.answer(answers('new'));
    expect(await renewing).toBe('new');
    await vi.waitFor(() => expect(second.token()).toBe('new'));
    expect(await second.renew('old')).toBe('new');
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('opens nothing after a logout here, whichever way it is answered', async () => {
    for (const answer of [answers('late'), refused()]) {
      const slow = held();
      const one = tab({ refresh: () => slow.promise });
      await one.open(session('old'));
      const renewing = one.renew('old');
      await one.close();
      slow.answer(answer);
      expect(await renewing).toBeNull();
      expect(statusOf(one)).toBe('anonymous');
    }
    expect(localStorage.getItem(`${name}.session`)).toBeNull();
  });

  it('opens nothing when the profile comes after the logout', async () => {
    const slow = held();
    const one = tab({ readProfile: async () => (await slow.promise).json() as Promise<Staff> });
    const opening = one.open(session('old'));
    await one.close();
    slow.answer(Response.json(profile));
    await opening;
    expect([statusOf(one), one.token()]).toEqual(['anonymous', null]);
  });
});

describe('another tab', () => {
  it('is closed with the one that logs out, and what it was renewing opens nothing', async () => {
    const slow = held();
    const here = tab({ refresh: () => slow.promise });
    const there = tab();
    await here.open(session('old'));
    await vi.waitFor(() => expect(statusOf(there)).toBe('starting'));
    await there.open(session('old'));
    const renewing = here.renew('old');
    await there.close();
    await vi.waitFor(() => expect(statusOf(here)).toBe('anonymous'));
    slow.answer(answers('late'));
    expect(await renewing).toBeNull();
    expect([statusOf(here), statusOf(there)]).toEqual(['anonymous', 'anonymous']);
  });

  it('follows a login with the profile that it reads itself', async () => {
    const here = tab();
    await here.start();
    expect(statusOf(here)).toBe('anonymous');
    await tab().open(session('fresh'));
    await vi.waitFor(() => expect(statusOf(here)).toBe('open'));
  });

  it('begins anew when somebody else has logged in', async () => {
    const here = tab();
    await here.open(session('ours'));
    const stranger = { ...profile, user: { ...profile.user, id: 'u2' } };
    await tab({ readProfile: async () => stranger }).open({ ...session('x'), user: stranger.user });
    await vi.waitFor(() => expect(calls).toEqual(['taken over']));
    expect(here.token()).toBe('ours');
  });
});
