// Requests per second and latency of the two reads that every screen lives on: a deal by id, and a page of deals.
// The client shares the machine with the server, so the figures are a floor.
import { Agent, request } from 'node:http';

const url = new URL(process.env.URL ?? 'http://127.0.0.1:8080');
const seconds = Number(process.env.SECONDS_EACH ?? 10);
const connections = Number(process.env.CONNECTIONS ?? 16);
const who = { email: process.env.EMAIL ?? 'admin@demo.com', password: process.env.PASSWORD ?? 'demo12345' };
const agent = new Agent({ keepAlive: true, maxSockets: connections });

function call(method, path, { token, body } = {}) {
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  return new Promise((settle, fail) => {
    const sent = request(new URL(path, url), { method, agent, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => settle({ status: answer.statusCode, text: Buffer.concat(parts).toString() }));
      answer.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body && JSON.stringify(body));
  });
}

async function json(method, path, options) {
  const { status, text } = await call(method, path, options);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return JSON.parse(text);
}

async function measure(name, path, token) {
  const run = async (duration) => {
    const latencies = [];
    let errors = 0;
    const end = performance.now() + duration * 1000;
    const worker = async () => {
      while (performance.now() < end) {
        const began = performance.now();
        const { status } = await call('GET', path, { token });
        if (status === 200) latencies.push(performance.now() - began);
        else errors++;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return { latencies: latencies.sort((a, b) => a - b), errors };
  };
  await run(Math.min(seconds, 5)); // the JVM compiles what it will be measured on
  const { latencies, errors } = await run(seconds);
  const percentile = (part) => latencies[Math.floor(latencies.length * part)]?.toFixed(1) ?? '-';
  const rate = (latencies.length / seconds).toFixed(0);
  console.log(
    `${name}: ${rate} requests/s, p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms, p99 ${percentile(0.99)} ms, ${errors} errors`,
  );
}

try {
  const { access_token: token } = await json('POST', '/api/auth/login', { body: who });
  const { data: deals } = await json('GET', '/api/crm/deals?limit=1', { token });
  if (deals.length === 0) throw new Error(`${who.email} sees no deal to read`);
  console.log(`${url.origin}, ${connections} connections, ${seconds} s each`);
  await measure('deal by id', `/api/crm/deals/${deals[0].id}`, token);
  await measure('deals, a page of 50', '/api/crm/deals?limit=50', token);
} catch (error) {
  console.error(
    `bench: ${error.code === 'ECONNREFUSED' ? `nothing answers on ${url.origin}: start it with make run` : error.message}`,
  );
  process.exitCode = 1;
} finally {
  agent.destroy();
}
