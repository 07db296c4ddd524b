import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { bootReads } from './bootReads.ts';
import { declaredTexts } from './routeTexts.ts';

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
        const modules = chunks.flatMap(({ fileName, moduleIds }) =>
          moduleIds.map((id) => [id, fileName] as const),
        );
        for (const [id, fileName] of modules) {
          const part = partOf(id);
          if (part !== undefined)
            parts[part] = [...reached([fileName])].filter((file) => !entry.has(file)).map(indexOf);
        }
        // Texts: what every page needs by the name of the language, those of a page by language and page.
        for (const [id, fileName] of modules) {
          const [, namespace, language = ''] = texts.exec(id) ?? [];
          if (!namespace) continue;
          if (everywhere.test(id)) parts[language] = [indexOf(fileName)];
          for (const [route] of modules) {
            const part = partOf(route);
            if (part === undefined || !declaredTexts(readRoute(route)).includes(namespace)) continue;
            const of = `${language} ${part}`;
            parts[of] = [...(parts[of] ?? []), indexOf(fileName)];
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

const texts = /\/i18n\/texts\/(\w+)\/([\w-]+)\.ts$/;

/** The texts that every page needs travel together, a file for each language; one of them stands for all. */
export const everywhere = /\/i18n\/texts\/(?:app|kit|problem|shell|states)\//;

const read = new Map<string, string>();
function readRoute(id: string): string {
  const file = id.replace(/\?.*/, '');
  const source = read.get(file) ?? readFileSync(file, 'utf8');
  read.set(file, source);
  return source;
}

/** The address that a module is for; empty for the shell around the pages. */
function partOf(id: string): string | undefined {
  const route = /\/src\/routes\/(.+)\.tsx\?tsr-split=component$/.exec(id)?.[1];
  if (route === undefined) return undefined;
  if (route === '_app') return '';
  const path = route
    .replace(/^_app\//, '')
    .replaceAll('.', '/')
    .replace(/\/index$/, '');
  return `/${path.replace(/\$\w*/g, '*')}`;
}
