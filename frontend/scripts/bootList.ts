import type { Plugin } from 'vite';
import { bootReads } from './bootReads.ts';

/**
 * Tells `public/boot.js` which files each language and each page needs beyond those that the entry names itself, and what
 * the page reads first.
 */
export function bootList(): Plugin {
  return {
    name: 'pulso-boot-list',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const reached = (starts: readonly string[]) => {
          const all = new Set(starts);
          for (const file of all) for (const next of byFile.get(file)?.imports ?? []) all.add(next);
          return all;
        };
        const entry = reached(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
        const files: string[] = [];
        const indexOf = (file: string) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
        const parts: Record<string, number[]> = {};
        for (const chunk of chunks) {
          for (const id of chunk.moduleIds) {
            const part = partOf(id);
            if (part !== undefined)
              parts[part] = [...reached([chunk.fileName])].filter((file) => !entry.has(file)).map(indexOf);
          }
        }
        // What the shell brings needs not be told again for each page behind it.
        const shell = new Set(parts['']);
        for (const [part, needed] of Object.entries(parts))
          if (part !== '' && !outside.test(part)) parts[part] = needed.filter((at) => !shell.has(at));
        const list = JSON.stringify({ files: files.map((file) => `/${file}`), parts, reads: bootReads });
        return html.replace(
          '<script src="/boot.js">',
          // A function: in a text, "$&" would stand for what was found.
          () => `<script src="/boot.js" data-boot="${list.replaceAll('"', '&quot;')}">`,
        );
      },
    },
  };
}

const outside = /^\/(login|register|forgot-password|reset-password|invitation)$/;

/** The language or the address that a module is for; empty for the shell around the pages. */
function partOf(id: string): string | undefined {
  const language = /\/i18n\/([\w-]+)\/index\.ts$/.exec(id);
  if (language) return language[1];
  const route = /\/src\/routes\/(.+)\.tsx\?tsr-split=component$/.exec(id)?.[1];
  if (route === undefined) return undefined;
  if (route === '_app') return '';
  const path = route
    .replace(/^_app\//, '')
    .replaceAll('.', '/')
    .replace(/\/index$/, '');
  return `/${path.replace(/\$\w*/g, '*')}`;
}
