import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const jar = join(root, 'backend/target/app/pulso-runner.jar');
const logFile = join(root, '.tools/logs/e2e-server.log');

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

/** The packaged product as a direct child process, on free ports and a data folder of its own; its mail goes to the log without a port. */
export async function startServer(mailPort?: number): Promise<Server> {
  if (!existsSync(jar)) throw new Error('the product is not built: run `make build` first');
  const data = mkdtempSync(join(tmpdir(), 'pulso-e2e-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  mkdirSync(join(root, '.tools/logs'), { recursive: true });
  const log = openSync(logFile, 'w');
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const child = spawn(
    java,
    [
      '-Xmx1g',
      // The browsers need the processors more than the second compiler does.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
      '-jar',
      jar,
    ],
    {
      cwd: root,
      stdio: ['ignore', log, log],
      env: {
        ...environment,
        PORT: String(port),
        PULSO_HOST: '127.0.0.1',
        PULSO_DB_PORT: String(await freePort()),
        PULSO_DATA: data,
        PULSO_URL: `http://127.0.0.1:${port}`,
        ...(mailPort && {
          PULSO_MAIL: 'smtp',
          PULSO_SMTP_HOST: '127.0.0.1',
          PULSO_SMTP_PORT: String(mailPort),
          PULSO_SMTP_TLS: 'DISABLED',
        }),
      },
    },
  );
  closeSync(log);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await exited;
    rmSync(data, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 120_000; !(await ready(url)); await pause(200)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the product did not start:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
    }
  }
  return { url, stop };
}

async function ready(url: string): Promise<boolean> {
  return fetch(`${url}/q/health/ready`, { signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => settle(port));
    });
  });
}
