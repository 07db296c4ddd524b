import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { Pulso, PulsoProblem, PulsoUnreachable } from '../src/index.ts';
import { pause, retryAfter } from '../src/retry.ts';

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let answers: ((seen: Seen, response: ServerResponse) => void)[] = [];
let seen: Seen[] = [];
let slept: number[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
  seen.push(one);
  const next = answers.shift();
  if (!next) throw new Error(`nobody expected ${one.method} ${one.url}`);
  next(one, response);
});
let pulso: Pulso;

before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  pulso = new Pulso({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    auth: async () => 'pulso_live_test',
    version: '2027-01-01',
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
  });
});
after(() => server.close());
beforeEach(() => {
  answers = [];
  seen = [];
  slept = [];
});

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (_: Seen, response: ServerResponse) => {
    response.writeHead(status, {
      'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
const broken = (_: Seen, response: ServerResponse) => response.destroy();
const contact = { body: { name: 'Beatriz Nogueira' } };

test('a POST whose answer was lost is sent again under the same key', async () => {
  answers = [broken, json(201, { id: 'c1' })];
  assert.equal((await pulso.call('createContact', contact)).id, 'c1');
  assert.equal(seen.length, 2);
  assert.ok(seen[0]?.headers['idempotency-key']);
  assert.equal(seen[0]?.headers['idempotency-key'], seen[1]?.headers['idempotency-key']);
  assert.equal(seen[0]?.body, seen[1]?.body);
});

test('two POSTs have two keys, and a key of the program is sent as it is', async () => {
  answers = [json(201, {}), json(201, {}), json(201, {})];
  await pulso.call('createContact', contact);
  await pulso.call('createContact', contact);
  await pulso.call('createContact', { ...contact, idempotencyKey: 'contact-ERP-77' });
  assert.notEqual(seen[0]?.headers['idempotency-key'], seen[1]?.headers['idempotency-key']);
  assert.equal(seen[2]?.headers['idempotency-key'], 'contact-ERP-77');
});

test('what takes no key is sent without one, and again only when it was surely not done', async () => {
  const company = {
    body: { company_name: 'P', slug: 'p', name: 'M', email: 'm@p.example', password: 'correct horse battery' },
  };
  answers = [json(503, { type: '/docs/problems/busy' }), json(201, {})];
  await pulso.call('register', company);
  assert.equal(seen.length, 2);
  assert.equal(seen[0]?.headers['idempotency-key'], undefined);
  answers = [broken];
  await assert.rejects(pulso.call('register', company), PulsoUnreachable);
  assert.equal(seen.length, 3);
  answers = [json(500, { type: '/docs/problems/unexpected' })];
  await assert.rejects(pulso.call('register', company), PulsoProblem);
  assert.equal(seen.length, 4);
});

test('Retry-After is obeyed, and a running first request is waited for', async () => {
  answers = [
    json(429, { type: '/docs/problems/too_many_requests' }, { 'Retry-After': '7' }),
    json(409, { type: '/docs/problems/idempotency_running' }, { 'Retry-After': '1' }),
    json(201, { id: 'c1' }),
  ];
  await pulso.call('createContact', contact);
  assert.deepEqual(slept, [7000, 1000]);
});

test('what is refused is not sent again, and says why', async () => {
  answers = [
    json(400, {
      type: '/docs/problems/invalid',
      title: 'The request is not acceptable',
      violations: [{ field: 'name', pointer: '/name', code: 'required', message: 'must not be blank' }],
      trace_id: 't1',
    }),
  ];
  const problem = await pulso.call('createContact', contact).catch((error: unknown) => error);
  assert.ok(problem instanceof PulsoProblem);
  assert.equal(problem.kind, 'invalid');
  assert.equal(problem.of('name')[0]?.code, 'required');
  assert.equal(problem.traceId, 't1');
  assert.equal(seen.length, 1);
});

test('a stale change tells the present version', async () => {
  answers = [json(412, { type: '/docs/problems/stale', current_version: 4 })];
  const problem = await pulso
    .call('updateContact', { path: { id: 'c1' }, body: { name: 'Bia' }, ifMatch: 3 })
    .catch((error: unknown) => error as PulsoProblem);
  assert.equal(seen[0]?.headers['if-match'], '"3"');
  assert.equal((problem as PulsoProblem).currentVersion, 4);
});

test('it gives up after five tries, with what was said last', async () => {
  answers = Array.from({ length: 5 }, () => json(503, { type: '/docs/problems/busy' }));
  await assert.rejects(
    pulso.call('getContact', { path: { id: 'c1' } }),
    (error) => error instanceof PulsoProblem && error.status === 503,
  );
  assert.equal(seen.length, 5);
  answers = Array.from({ length: 5 }, () => broken);
  await assert.rejects(pulso.call('getContact', { path: { id: 'c1' } }), PulsoUnreachable);
});

test('an answer of a proxy that is no problem is one all the same', async () => {
  answers = [
    (_, response) => {
      response.writeHead(403, { 'Content-Type': 'text/html' });
      response.end('<h1>no</h1>');
    },
  ];
  await assert.rejects(
    pulso.call('getContact', { path: { id: 'c1' } }),
    (error) => error instanceof PulsoProblem && error.status === 403,
  );
});

test('a list is one sequence of rows, with its filters on every page', async () => {
  answers = [
    json(200, { data: [{ id: 'a' }, { id: 'b' }], next_cursor: 'n e/xt' }),
    json(200, { data: [{ id: 'c' }], next_cursor: null }),
  ];
  const ids = [];
  for await (const row of pulso.each('listContacts', { query: { q: 'são joão', limit: 2 } }))
    ids.push(row.id);
  assert.deepEqual(ids, ['a', 'b', 'c']);
  assert.equal(seen[0]?.url, '/api/crm/contacts?q=s%C3%A3o+jo%C3%A3o&limit=2');
  assert.equal(seen[1]?.url, '/api/crm/contacts?q=s%C3%A3o+jo%C3%A3o&limit=2&cursor=n+e%2Fxt');
  assert.equal(seen[0]?.headers.authorization, 'Bearer pulso_live_test');
  assert.equal(seen[0]?.headers['pulso-version'], '2027-01-01');
});

test('a copy learns what changed and what is gone, and where to go on', async () => {
  answers = [
    json(200, {
      data: [{ id: 'a', updated_at: '2026-11-30T10:00:00Z' }],
      removed: [{ id: 'b', removed: true, reason: 'deleted', updated_at: '2026-11-30T10:00:00.000002Z' }],
      next_cursor: 'more',
    }),
    json(200, { data: [{ id: 'c', updated_at: '2026-11-30T10:00:00.00001Z' }], next_cursor: null }),
  ];
  const pages = [];
  for await (const page of pulso.sync('listContacts', { since: '2026-11-01T00:00:00Z' })) pages.push(page);
  assert.deepEqual(
    pages.map(({ rows, removed, since }) => [rows.map(({ id }) => id), removed, since]),
    [
      [['a'], ['b'], '2026-11-30T10:00:00.000002Z'],
      [['c'], [], '2026-11-30T10:00:00.00001Z'],
    ],
  );
  assert.match(
    seen[1]?.url ?? '',
    /updated_since=2026-11-01T00%3A00%3A00Z&include=removed&limit=200&cursor=more$/,
  );
});

test('a copy may ask for names beside what changed', async () => {
  answers = [json(200, { data: [], next_cursor: null })];
  for await (const page of pulso.sync('listContacts', { include: ['company'] }))
    assert.deepEqual(page.rows, []);
  assert.match(seen[0]?.url ?? '', /include=removed%2Ccompany&limit=200$/);
});

test('a path without its id is refused before anything is sent', async () => {
  await assert.rejects(pulso.call('getContact', { path: { id: '' } }), TypeError);
  assert.equal(seen.length, 0);
});

test('who gives up is obeyed at once', async () => {
  const stop = new AbortController();
  answers = [
    (_, response) => {
      stop.abort(new Error('enough'));
      response.destroy();
    },
  ];
  await assert.rejects(
    pulso.call('getContact', { path: { id: 'c1' }, signal: stop.signal }),
    /enough|abort/i,
  );
  assert.equal(seen.length, 1);
});

test('pauses grow, are up to half off, and give way to what the answer asks for', () => {
  assert.deepEqual(
    [1, 2, 3].map((attempt) => pause(attempt, undefined, () => 0.5)),
    [500, 1000, 2000],
  );
  assert.equal(
    pause(1, undefined, () => 0),
    250,
  );
  assert.equal(pause(3, 1000), 1000);
  assert.equal(retryAfter('2'), 2000);
  assert.equal(retryAfter('Mon, 30 Nov 2026 00:00:10 GMT', Date.parse('2026-11-30T00:00:00Z')), 10_000);
  assert.equal(retryAfter(null), undefined);
  assert.equal(retryAfter('soon'), undefined);
});
