import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

export interface MailServer {
  port: number;
  folder: string;
  stop: () => Promise<void>;
}

/** A mail server (RFC 5321, as much of it as a client without TLS asks for) that keeps what it gets as files. */
export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-e2e-mail-'));
  let count = 0;
  const server = createServer((socket) =>
    talk(socket, (to, text) => {
      count++;
      writeFileSync(join(folder, `${String(count).padStart(5, '0')}-${to}`), text);
    }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const stop = async () => {
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true, force: true });
  };
  return { port: (server.address() as AddressInfo).port, folder, stop };
}

function talk(socket: Socket, keep: (to: string, text: string) => void) {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let to = '';
  let received = '';
  let inData = false;
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  say('220 e2e');
  socket.on('data', (chunk: string) => {
    received += chunk;
    for (;;) {
      const end = received.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = received.slice(0, end);
      received = received.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        keep(to, text);
        say('250 kept');
        continue;
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') to = /<([^>]*)>/.exec(text)?.[1] ?? '';
      if (verb === 'DATA') {
        inData = true;
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}

/** Quoted-printable (RFC 2045, 6.7) as plain text; what is no such encoding stays. */
const decoded = (text: string) =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The address in the newest mail to somebody that leads to `path`, as soon as it is there. */
export async function linkTo(address: string, path: string): Promise<string> {
  const folder = process.env.PULSO_E2E_MAIL ?? '';
  let link = '';
  await expect
    .poll(
      () => {
        for (const name of readdirSync(folder).sort().reverse()) {
          if (!name.endsWith(`-${address}`)) continue;
          const found = new RegExp(`https?://[^\\s"<]*(${path}#token=[\\w-]+)`).exec(
            decoded(readFileSync(join(folder, name), 'utf8')),
          );
          if (found?.[1]) {
            link = found[1];
            break;
          }
        }
        return link;
      },
      { message: `a mail to ${address} with a link to ${path}`, timeout: 20_000 },
    )
    .not.toBe('');
  return link;
}
