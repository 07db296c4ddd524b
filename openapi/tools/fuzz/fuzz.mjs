// Asks the running product everything that the contract allows, and much that it does not, and holds every answer against it.
import { readFileSync } from 'node:fs';
import { operations } from '../document.mjs';
import { hangUp, send } from './client.mjs';
import { judge } from './judge.mjs';
import { recordPool } from './pool.mjs';
import { randomness } from './random.mjs';
import { requests } from './requests.mjs';
import { values as valuesOf } from './values.mjs';

const ROLES = ['manager', 'agent', 'finance', 'viewer'];
const PASSWORD = 'correct horse battery';
/** Weighed: what is plain makes the records that the odd ones then meet. */
const WAYS = ['plain', 'plain', 'plain', 'body', 'body', 'body', 'query', 'query', 'headers', 'path'];
/** Guessing passwords is slow on purpose, and soon refused. */
const RARELY = new Set(['register', 'login']);

/**
 * @param url the product
 * @param seed the same seed asks the same of the same product
 * @param seconds stops after so long, at the latest
 * @param rounds at most so many requests of each operation
 * @returns complaints (one for each operation and kind, with a request that shows it) and the number of requests by status
 */
export async function fuzz({ url, seed = 1, seconds = 60, rounds = 1000 }) {
  const document = JSON.parse(readFileSync(new URL('../../dist/openapi.json', import.meta.url), 'utf8'));
  const random = randomness(seed);
  const pool = recordPool(document);
  const request = requests(document, random, valuesOf(document, random, pool), pool);
  const complaints = judge(document);
  const found = new Map();
  const byStatus = {};
  let tokens = await people(url, seed);
  const get = (path) =>
    send(url, { method: 'GET', path, headers: {} }, tokens.admin).then((answer) =>
      answer.status === 200 && answer.type === 'application/json' ? JSON.parse(answer.body) : undefined,
    );
  const deadline = Date.now() + seconds * 1000;
  let count = 0;

  for (let round = 0; round < rounds && Date.now() < deadline; round++) {
    if (round % 5 === 0) await pool.refresh(get);
    for (const operation of operations(document)) {
      if (Date.now() > deadline) break;
      if (RARELY.has(operation.operationId) && round % 5) continue;
      const way = random.pick(WAYS);
      const given = request(operation, way);
      const role = random.chance(0.8) ? 'admin' : random.pick([...ROLES, 'nobody']);
      let wrong;
      try {
        const answer = await send(url, given, tokens[role]);
        byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
        // Some operations end sessions, also one's own.
        if (answer.status === 401 && role === 'admin' && !(await get('/api/profile'))) {
          tokens = await people(url, `${seed}-${count}`);
          await pool.refresh(get);
        }
        wrong = complaints(operation, given, answer, way).map((what) => ({
          what,
          body: answer.body.slice(0, 300),
        }));
      } catch (error) {
        // What Node itself refuses to send never reached the product.
        if (error.code?.startsWith('ERR_')) continue;
        wrong = [{ what: `no answer: ${error.message}`, body: '' }];
      }
      count++;
      for (const { what, body } of wrong) {
        const key = `${operation.operationId}: ${what.replaceAll(/\d{3,} ms/g, 'long').slice(0, 120)}`;
        if (!found.has(key))
          found.set(key, {
            operation: operation.operationId,
            what,
            role,
            way,
            seed,
            given: shown(given),
            body,
            times: 0,
          });
        found.get(key).times++;
      }
    }
  }
  hangUp();
  return { complaints: [...found.values()], count, byStatus, seed };
}

/** A tenant of its own, with a person in every role. */
async function people(url, seed) {
  const slug = `fuzz-${seed}-${Date.now().toString(36)}`;
  const post = async (path, value, token) => {
    const answer = await send(url, { method: 'POST', path, headers: {}, value }, token);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body);
  };
  const email = (role) => `${role}@${slug}.example`;
  const founded = await post('/api/auth/register', {
    company_name: 'Fuzz',
    slug,
    name: 'Fuzz',
    email: email('admin'),
    password: PASSWORD,
  });
  const tokens = { admin: founded.access_token };
  for (const role of ROLES) {
    await post(
      '/api/tenant/users',
      { name: role, email: email(role), role, password: PASSWORD },
      tokens.admin,
    );
    tokens[role] = (
      await post('/api/auth/login', { tenant: slug, email: email(role), password: PASSWORD })
    ).access_token;
  }
  return tokens;
}

function shown({ schema: _, sent: __, ...given }) {
  const text = JSON.stringify(given);
  return text.length > 1500 ? `${text.slice(0, 1500)}… (${text.length} characters)` : text;
}
