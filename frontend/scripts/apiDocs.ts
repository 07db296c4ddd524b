import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const own = ['index.html', 'init.js'];
const library = ['swagger-ui.css', 'swagger-ui-bundle.js'];
const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Puts the API documentation page and a self-hosted Swagger UI under `/docs`, in the build and in dev mode. */
export function apiDocs(): Plugin {
  const root = resolve(import.meta.dirname, '..');
  const source = (file: string) =>
    own.includes(file) ? resolve(root, 'docs', file) : resolve(root, 'node_modules/swagger-ui-dist', file);
  return {
    name: 'pulso-api-docs',
    configureServer(server) {
      server.middlewares.use('/docs', (request, response, next) => {
        const file = (request.url ?? '/').split('?')[0]?.replace(/^\//, '') || 'index.html';
        if (![...own, ...library].includes(file)) return next();
        response.setHeader('Content-Type', types[file.split('.').pop() ?? ''] ?? 'text/plain');
        response.end(readFileSync(source(file)));
      });
    },
    writeBundle(options) {
      const target = resolve(options.dir ?? resolve(root, 'dist'), 'docs');
      mkdirSync(target, { recursive: true });
      for (const file of [...own, ...library]) cpSync(source(file), resolve(target, file));
    },
  };
}
