import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { declaredTexts } from './routeTexts.ts';

/** Kilobytes of script, gzipped, that a person waits for; texts with them, in the language that needs more. */
interface Budgets {
  /** The entry and what it imports: before anything can be shown. */
  entry: number;
  /** The entry, the shell and the page that most people begin with. */
  firstPage: number;
  /** What any other page adds to the entry and the shell. */
  page: number;
}

interface Chunk {
  fileName: string;
  imports: readonly string[];
  moduleIds: readonly string[];
  isEntry: boolean;
  code: string;
}

/** As `shared/i18n` has them. */
const everywhere = ['app', 'kit', 'problem', 'shell', 'states'];
const text = /\/i18n\/texts\/(\w+)\/([\w-]+)\.ts$/;
const route = /\/src\/routes\/(.+)\.tsx\?tsr-split=component$/;

/** What the pages weigh, and what of it is over its budget. */
export function weigh(
  chunks: readonly Chunk[],
  budgets: Budgets,
  /** The namespaces of texts that a route brings. */
  textsOf: (route: string) => readonly string[] = (name) =>
    declaredTexts(readFileSync(new URL(`../src/routes/${name}.tsx`, import.meta.url), 'utf8')),
): { lines: string[]; over: string[] } {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const weights = new Map(chunks.map(({ fileName, code }) => [fileName, gzipSync(code).length / 1024]));
  const reached = (starts: Iterable<string>) => {
    const all = new Set(starts);
    for (const file of all) for (const next of byFile.get(file)?.imports ?? []) all.add(next);
    return all;
  };
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + (weights.get(file) ?? 0), 0);
  const holding = (wanted: (name: string) => boolean) =>
    chunks
      .filter(({ moduleIds }) => moduleIds.some((id) => wanted(route.exec(id)?.[1] ?? '')))
      .map(({ fileName }) => fileName);

  const spoken = chunks.flatMap(({ fileName, moduleIds }) =>
    moduleIds.flatMap((id) => {
      const [, namespace, language] = text.exec(id) ?? [];
      return namespace && language ? [{ namespace, language, fileName }] : [];
    }),
  );
  const languages = [...new Set(spoken.map(({ language }) => language))];
  /** What the texts of a page add to those that every page needs. */
  const textsKb = (names: readonly string[]) => {
    const of = (language: string, wanted: readonly string[]) =>
      new Set(
        spoken
          .filter((one) => one.language === language && wanted.includes(one.namespace))
          .map(({ fileName }) => fileName),
      );
    return Math.max(0, ...languages.map((language) => sum(of(language, names))));
  };

  const entry = reached(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  const shell = reached([...entry, ...holding((name) => name === '_app')]);
  const pages = [...new Set(chunks.flatMap(({ moduleIds }) => moduleIds))]
    .map((id) => route.exec(id)?.[1] ?? '')
    .filter((name) => name !== '' && name !== '_app')
    .map((name) => {
      const added = [...reached(holding((other) => other === name))].filter((file) => !shell.has(file));
      return { name, kb: sum(added) + textsKb(textsOf(name)) };
    })
    .sort((one, other) => other.kb - one.kb);
  const first = reached([...shell, ...holding((name) => name === '_app/dashboard')]);
  const measured = [
    { what: 'entry', kb: sum(entry) + textsKb(everywhere), limit: budgets.entry },
    {
      what: 'entry, shell and first page',
      kb: sum(first) + textsKb([...everywhere, ...textsOf('_app/dashboard')]),
      limit: budgets.firstPage,
    },
    ...pages.slice(0, 1).map(({ name, kb }) => ({
      what: `largest page (${name}) beyond the shell`,
      kb,
      limit: budgets.page,
    })),
  ];
  const said = ({ what, kb, limit }: (typeof measured)[number]) =>
    `${what} ${kb.toFixed(1)} kB gzip of ${limit} kB`;
  return { lines: measured.map(said), over: measured.filter(({ kb, limit }) => kb > limit).map(said) };
}

/** Fails the build when what a person waits for outgrows its budget. */
export function budgets(limits: Budgets): Plugin {
  return {
    name: 'pulso-budgets',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const { lines, over } = weigh(chunks, limits);
      if (over.length > 0) this.error(`${over.join('; ')}: load something lazily`);
      else process.stdout.write(`${lines.join('\n')}\n`);
    },
  };
}
