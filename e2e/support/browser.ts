import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Playwright's own download is out of reach on many build machines; an npm package carries the same browser. */
export async function settleBrowser(): Promise<string> {
  const found = [await packaged().catch(() => undefined), ...installed.map(onPath)].find(
    (path) => path && starts(path),
  );
  if (found) return found;
  throw new Error(
    'no Chromium that starts on this machine: install one (Debian: apt-get install chromium) or name it in PULSO_E2E_CHROMIUM',
  );
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find(existsSync);
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks @sparticuz/chromium (meant for a cloud function) once, with the libraries and a font that a bare machine lacks. */
async function packaged(): Promise<string | undefined> {
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  const require = createRequire(import.meta.url);
  const root = resolve(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const home = resolve(import.meta.dirname, '../../.tools', `chromium-${version}`);
  const launcher = join(home, 'chromium.sh');
  if (existsSync(launcher)) return launcher;

  const unpacking = `${home}.${process.pid}`;
  mkdirSync(unpacking, { recursive: true });
  const inflate = async (name: string, to: string) => {
    const target = join(unpacking, to);
    await pipeline(
      createReadStream(join(root, 'bin', name)),
      createBrotliDecompress(),
      createWriteStream(target),
    );
    return target;
  };
  chmodSync(await inflate('chromium.br', 'chromium'), 0o755);
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    const tar = await inflate(name, 'part.tar');
    execFileSync('tar', ['-xf', tar, '-C', unpacking]);
    rmSync(tar);
  }
  writeFileSync(
    join(unpacking, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir><dir>${home}/fonts</dir><cachedir>${home}/cache</cachedir></fontconfig>`,
  );
  // The libraries are for the browser alone; on the path of every program they would shadow the system's.
  const script = `#!/bin/sh\nLD_LIBRARY_PATH="${home}/lib" FONTCONFIG_FILE="${home}/fonts.conf" exec "${home}/chromium" "$@"\n`;
  writeFileSync(join(unpacking, 'chromium.sh'), script, { mode: 0o755 });
  rmSync(home, { recursive: true, force: true });
  renameSync(unpacking, home);
  return launcher;
}
