import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declaredTexts } from '../../../scripts/routeTexts';
import { allTexts, keysOf } from '../testing/texts';
import { everywhere } from '.';

const root = resolve(import.meta.dirname, '../..');
const keys = [...keysOf(allTexts('pt-BR')).keys()];
const namespaces = [...new Set(keys.map((key) => key.split('.')[0] ?? ''))];

/** What code writes as `'crm.lead.new'`, and how `crm.lead.stage.${stage}` begins; `crm.leads:read` is no text. */
const mentioned = new RegExp(`['"\`]((?:${namespaces.join('|')})(?:\\.\\w+)*)(?=['"\`]|\\.\\$\\{)`, 'g');
const known = new Set(
  keys.flatMap((key) => {
    const parts = key.replace(/_(one|other)$/, '').split('.');
    return parts.map((_, at) => parts.slice(0, at + 1).join('.')).slice(1);
  }),
);

function fileOf(from: string, name: string): string | undefined {
  if (!/^[@.]/.test(name) || name.includes('/gen')) return undefined;
  const path = name.startsWith('@/') ? join(root, name.slice(2)) : resolve(dirname(from), name);
  return ['.ts', '.tsx', '/index.ts'].map((end) => path + end).find(existsSync);
}

const needs = new Map<string, Set<string>>();

/** The namespaces that a module and all that it brings or fetches need, but those that come with what is fetched. */
function needed(file: string): Set<string> {
  const before = needs.get(file);
  if (before) return before;
  const found = new Set<string>();
  needs.set(file, found);
  const source = readFileSync(file, 'utf8');
  for (const { 0: all, 1: key = '', index } of source.matchAll(mentioned)) {
    const begins = namespaces.includes(key) && source.startsWith('.${', index + all.length);
    if (begins || known.has(key)) found.add(key.split('.')[0] ?? '');
  }
  const brought = new Map<string, string[]>();
  for (const [, list = '', name = ''] of source.matchAll(
    /withTexts\(\s*\[([^\]]*)\],\s*\(\) =>\s+import\('([^']+)'\)/g,
  ))
    brought.set(
      name,
      [...list.matchAll(/'(\w+)'/g)].map(([, one]) => one ?? ''),
    );
  const imports = source.matchAll(/(import type )?[^;'"]*?(?:\bfrom\s|\bimport\s*\(?)\s*'([^']+)'/g);
  for (const [all, typeOnly, name = ''] of imports) {
    if (typeOnly || /^\s*(?:import|export) type /.test(all)) continue;
    const next = fileOf(file, name);
    if (!next || next.endsWith('routeTree.gen.ts') || next.includes('/i18n/')) continue;
    for (const one of needed(next)) if (!brought.get(name)?.includes(one)) found.add(one);
  }
  return found;
}

const folder = join(root, 'routes');
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/(^|\/)-|\.test\./.test(name),
);
const declared = (name: string) => declaredTexts(readFileSync(join(folder, name), 'utf8'));
/** What the pages around a page have already brought. */
const around = (name: string) =>
  routes
    .filter(
      (other) => other !== name && name.replace(/\.tsx$/, '').match(`^${other.replace(/\.tsx$/, '')}[./]`),
    )
    .flatMap(declared);

describe('each page brings its own texts', () => {
  it('and what every page needs comes with the app', () => {
    const app = [...needed(join(root, 'app/main.tsx'))];
    expect(app.filter((one) => !everywhere.includes(one as 'kit'))).toEqual([]);
  });

  it.each(routes)('%s', (name) => {
    const there = new Set<string>([...everywhere, ...around(name)]);
    const wanted = [...needed(join(folder, name))].filter((one) => !there.has(one));
    expect(declared(name).sort(), relative(root, join(folder, name))).toEqual(wanted.sort());
  });
});
