// What a company notices of its neighbour's flood. Two companies of the same size on a running product: B asks for its deals,
// board and figures at a steady rate, alone and then while A asks for the same at FACTOR times that rate; rounds alternate, so
// that noise meets both. Requests leave on time whether or not earlier ones were answered, and a latency counts from
// when the request was due. Fails when B's 95th percentile is more than 1.5 times as long beside A as alone.
//   URL=http://127.0.0.1:8080 RATE=20 FACTOR=20 SECONDS=20 ROUNDS=3 node bench/neighbours.mjs
// The product runs with its standard plan; a page of results goes to bench/results/neighbours.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';

const URL_ = new URL(process.env.URL ?? 'http://127.0.0.1:8080');
const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const RATE = setting('RATE', 20);
const FACTOR = setting('FACTOR', 20);
const SECONDS = setting('SECONDS', 20);
const ROUNDS = setting('ROUNDS', 3);
const LIMIT = 1.5;
const DEALS = 500;

function ask(agent, method, path, { token, body, type = 'application/json' } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: URL_.hostname,
        port: URL_.port,
        agent,
        method,
        path,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { 'Content-Type': type }),
        },
      },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, text: () => Buffer.concat(parts).toString() }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function json(agent, method, path, options = {}) {
  const answer = await ask(agent, method, path, {
    ...options,
    body: options.body && JSON.stringify(options.body),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text()}`);
  return JSON.parse(answer.text());
}

/** A company of its own with DEALS deals, and what it asks for. */
async function company(name) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const slug = `${name}-${Date.now().toString(36)}`;
  const opened = await json(agent, 'POST', '/api/auth/register', {
    body: {
      company_name: name,
      slug,
      name: 'Admin',
      email: `admin@${slug}.example`,
      password: 'correct horse battery',
    },
  });
  const token = opened.access_token;
  const pipelines = await json(agent, 'GET', '/api/crm/pipelines', { token });
  const ids = [];
  while (ids.length < DEALS) {
    const made = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        json(agent, 'POST', '/api/crm/deals', {
          token,
          body: { title: `Deal ${ids.length + i}`, amount_cents: 100_000 },
        }),
      ),
    );
    ids.push(...made.map((deal) => deal.id));
  }
  const board = `/api/crm/pipelines/${pipelines.data[0].id}/board`;
  const paths = (n) => {
    const turn = n % 10;
    if (turn < 6) return `/api/crm/deals/${ids[(n * 7) % ids.length]}`;
    if (turn < 8) return '/api/crm/deals?limit=50';
    return turn === 8 ? board : '/api/portfolio/summary';
  };
  return { agent, token, paths, sent: 0 };
}

/** Asks so many times a second for so long; all answers, when the last is there. */
async function load(who, rate, seconds) {
  const began = performance.now();
  const open = [];
  const took = [];
  const statuses = {};
  let next = 0;
  while (next < rate * seconds) {
    const now = performance.now();
    while (next < rate * seconds && began + (next * 1000) / rate <= now) {
      const due = began + (next++ * 1000) / rate;
      open.push(
        ask(who.agent, 'GET', who.paths(who.sent++), { token: who.token }).then(
          ({ status }) => {
            statuses[status] = (statuses[status] ?? 0) + 1;
            if (status < 300) took.push(performance.now() - due);
          },
          (failure) => {
            statuses[failure.code] = (statuses[failure.code] ?? 0) + 1;
          },
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(open);
  return { took, statuses };
}

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
function figures(samples) {
  const took = samples.flatMap((each) => each.took).sort((a, b) => a - b);
  const statuses = {};
  for (const each of samples)
    for (const [status, count] of Object.entries(each.statuses))
      statuses[status] = (statuses[status] ?? 0) + count;
  const ms = (part) => Number(percentile(took, part).toFixed(2));
  return { answers: took.length, p50_ms: ms(0.5), p95_ms: ms(0.95), p99_ms: ms(0.99), statuses };
}

const a = await company('flood');
const b = await company('steady');
await load(b, RATE * 5, 5);
await load(a, RATE * 5, 5);
const alone = [];
const beside = [];
const flood = [];
for (let round = 0; round < ROUNDS; round++) {
  alone.push(await load(b, RATE, SECONDS));
  const [ours, theirs] = await Promise.all([load(b, RATE, SECONDS), load(a, RATE * FACTOR, SECONDS)]);
  beside.push(ours);
  flood.push(theirs);
}
const result = {
  command: `RATE=${RATE} FACTOR=${FACTOR} SECONDS=${SECONDS} ROUNDS=${ROUNDS} node bench/neighbours.mjs`,
  machine: `${cpus().length} x ${cpus()[0].model}`,
  alone: figures(alone),
  beside: figures(beside),
  flood: figures(flood),
};
result.slower = Number((result.beside.p95_ms / result.alone.p95_ms).toFixed(2));
result.rounds = alone.map((each, i) => ({
  alone_p95_ms: figures([each]).p95_ms,
  beside_p95_ms: figures([beside[i]]).p95_ms,
}));
console.log(JSON.stringify(result, null, 2));
const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
writeFileSync(new URL('neighbours.json', results), `${JSON.stringify(result, null, 2)}\n`);
a.agent.destroy();
b.agent.destroy();
const lost = Object.entries(result.beside.statuses).filter(([status]) => status !== '200');
if (result.slower > LIMIT || lost.length) {
  console.error(
    `missed: p95 ${result.slower} times as long (allowed ${LIMIT}), refused ${JSON.stringify(lost)}`,
  );
  process.exit(1);
}
