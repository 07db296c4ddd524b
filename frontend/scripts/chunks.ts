import { resolve } from 'node:path';

interface Modules {
  getModuleInfo(id: string): {
    importedIds: readonly string[];
    dynamicallyImportedIds: readonly string[];
  } | null;
}

const source = resolve(import.meta.dirname, '../src');
const entry = resolve(source, 'app/main.tsx');
const page = (route: string) => resolve(source, `routes/${route}.tsx?tsr-split=component`);
/** What the router loads for everything behind the login, whichever page it is. */
const shell = page('_app');
const home = page('_app/dashboard');
const login = page('login');
const forms = /\/node_modules\/(?:zod|react-hook-form|@hookform)\//;
const choices = /\/node_modules\/@base-ui\/react\/(?:combobox|select)\//;
const table = /\/node_modules\/@tanstack\/(?:react-table|table-core)\//;
const icon = /\/node_modules\/lucide-react\//;
const operation = /\/shared\/api\/gen\//;
const text = /\/i18n\/texts\/(?:app|kit|problem|shell|states)\/([\w-]+)\.ts$/;
const floating =
  /\/node_modules\/(?:@floating-ui|@base-ui\/(?!react\/(?:csp-provider|internals\/csp-context)\/))/;
/** What so many pages and dialogs need is worth one request that is kept for all of them. */
const shared = 10;
/** Of a few hundred bytes each, and needed by several: a request of their own would cost more than they weigh. */
const several = 2;

/** The first of them takes what it needs, too: the forms last, or every page would have to fetch them for a button or a name. */
const names = ['vendor', 'app', 'base', 'shell', 'kit', 'lists', 'popups', 'fields', 'forms'] as const;
type Name = (typeof names)[number];

/**
 * The groups of modules that travel together. Left alone the bundler makes a chunk for each set of pages that share
 * something: seventy requests of a kilobyte for a first visit. Here a page is the entry (vendor, app), what the login has,
 * too (base), the shell with what the first page after it needs, what many other pages share (kit; lists, popups,
 * fields and forms where there are some) and itself.
 */
export function chunkGroups() {
  let plan: Map<string, Name> | undefined;
  // The texts that every page needs are one file for each language.
  const together = {
    debugName: 'texts',
    name: (id: string) => text.exec(id)?.[1] ?? null,
    priority: names.length + 1,
  };
  const groups = names.map((name, at) => ({
    debugName: name,
    name: (id: string, modules: Modules) => {
      plan ??= makePlan(modules);
      return plan.get(id) === name ? name : null;
    },
    priority: names.length - at,
  }));
  return [together, ...groups];
}

function makePlan(modules: Modules): Map<string, Name> {
  const reached = (from: string): Set<string> => {
    const all = new Set([from]);
    for (const id of all) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) all.add(next);
    return all;
  };
  const atOnce = reached(entry);
  const behindLogin = reached(shell);
  const everything = new Set([entry]);
  const loadedLater = new Set<string>();
  for (const id of everything) {
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds]) everything.add(next);
    for (const next of dynamicallyImportedIds) loadedLater.add(next);
  }
  const uses = new Map<string, number>();
  for (const part of loadedLater) for (const id of reached(part)) uses.set(id, (uses.get(id) ?? 0) + 1);

  const beforeLogin = reached(login);
  const first = reached(home);
  const plan = new Map<string, Name>();
  for (const id of everything) {
    const many = (uses.get(id) ?? 0) >= shared;
    const small = (uses.get(id) ?? 0) >= several && !beforeLogin.has(id);
    if (atOnce.has(id)) plan.set(id, id.includes('/node_modules/') ? 'vendor' : 'app');
    else if (forms.test(id) || (many && [...reached(id)].some((needed) => forms.test(needed))))
      plan.set(id, 'forms');
    else if (many && beforeLogin.has(id)) plan.set(id, 'base');
    else if (id === shell || (behindLogin.has(id) && !loadedLater.has(id))) plan.set(id, 'shell');
    else if (loadedLater.has(id)) continue;
    else if (many && first.has(id)) plan.set(id, 'shell');
    else if (small && icon.test(id)) plan.set(id, 'shell');
    else if (small && operation.test(id)) plan.set(id, first.has(id) ? 'shell' : 'kit');
    else if (many) {
      const needed = [...reached(id)];
      if (needed.some((one) => choices.test(one))) plan.set(id, 'fields');
      else if (needed.some((one) => floating.test(one))) plan.set(id, 'popups');
      else plan.set(id, needed.some((one) => table.test(one)) ? 'lists' : 'kit');
    }
  }
  return plan;
}
