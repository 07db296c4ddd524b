// One connection pool, requests as raw as HTTP lets them be.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const BOUNDARY = 'pulso-fuzz-boundary';

/** Sends what `given` says; answers status, headers, body and how long it took. */
export function send(base, given, token) {
  const url = new URL(base);
  const payload = bytes(given);
  const headers = { ...given.headers };
  if (token && headers.Authorization === undefined) headers.Authorization = `Bearer ${token}`;
  if (payload && headers['Content-Type'] === undefined) {
    headers['Content-Type'] = given.form
      ? `multipart/form-data; boundary=${BOUNDARY}`
      : (given.type ?? 'application/json');
  }
  if (payload) headers['Content-Length'] = payload.length;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = request(
      {
        agent,
        host: url.hostname,
        port: url.port,
        path: given.path,
        method: given.method,
        headers,
        timeout: 20_000,
      },
      (answer) => {
        const chunks = [];
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
          // It has no end of its own.
          resolve(answered(answer, '', began));
          call.destroy();
          return;
        }
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve(answered(answer, Buffer.concat(chunks).toString('utf8'), began)));
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer in 20 s')));
    call.on('error', reject);
    call.end(payload);
  });
}

const answered = (answer, body, began) => ({
  status: answer.statusCode,
  type: (answer.headers['content-type'] ?? '').split(';')[0],
  headers: answer.headers,
  body,
  milliseconds: performance.now() - began,
});

export const hangUp = () => agent.destroy();

function bytes(given) {
  if (given.raw !== undefined) return Buffer.from(given.raw);
  if (given.form) return multipart(given.form);
  return given.value === undefined ? undefined : Buffer.from(JSON.stringify(given.value));
}

function multipart(fields) {
  const parts = fields.map(({ name, text, file }) => {
    const called = file === undefined ? '' : `; filename="${file}"`;
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${called}\r\n\r\n${text}\r\n`;
  });
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`);
}
