import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

const generator = resolve(import.meta.dirname, '../../openapi/tools/docs.mjs');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Puts the API documentation, which openapi/tools makes from the contract, under `/docs`: in the build and in dev mode. */
export function apiDocs(): Plugin {
  const write = (folder: string) => execFileSync(process.execPath, [generator, folder], { stdio: 'inherit' });
  return {
    name: 'pulso-api-docs',
    configureServer(server) {
      const folder = mkdtempSync(join(tmpdir(), 'pulso-docs-'));
      write(folder);
      server.httpServer?.once('close', () => rmSync(folder, { recursive: true, force: true }));
      server.middlewares.use('/docs', (request, response, next) => {
        const asked = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
        const found = join(folder, asked);
        const file = existsSync(found) && statSync(found).isDirectory() ? join(found, 'index.html') : found;
        if (!file.startsWith(folder) || !existsSync(file)) return next();
        response.setHeader('Content-Type', types[extname(file)] ?? 'text/plain');
        response.end(readFileSync(file));
      });
    },
    writeBundle(options) {
      write(resolve(options.dir ?? resolve(import.meta.dirname, '../dist'), 'docs'));
    },
  };
}
