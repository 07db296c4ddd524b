import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname);
const layers = ['shared', 'features', 'routes', 'app'];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'gen' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.gen.ts') ? [path] : [];
  });
}

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map((match) => match[1] ?? '');
  return found
    .filter((name) => name.startsWith('@/') || name.startsWith('.'))
    .map((name) =>
      name.startsWith('@/') ? name.slice(2) : relative(root, resolve(file, '..', name)).replaceAll('\\', '/'),
    );
}

const files = sources(root).map((file) => ({
  file: relative(root, file).replaceAll('\\', '/'),
  imports: imports(file),
}));

describe('folders: shared -> features -> routes -> app', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('a folder imports only what lies before it', () => {
    const wrong = files.flatMap(({ file, imports }) => {
      const own = layers.indexOf(file.split('/')[0] ?? '');
      if (own < 0 || file.includes('/testing/')) return [];
      return (
        imports
          .filter((name) => layers.indexOf(name.split('/')[0] ?? '') > own)
          // A screen is tried out in the app that shows it.
          .filter((name) => !(file.endsWith('.test.tsx') && name.startsWith('app/testing/')))
          .map((name) => `${file} -> ${name}`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('no file reaches itself', () => {
    const paths = new Map(files.map(({ file }) => [file.replace(/(?:\/index)?\.tsx?$/, ''), file]));
    const next = new Map(
      files.map(({ file, imports }) => [file, imports.flatMap((name) => paths.get(name) ?? [])]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (way.includes(file) || done.has(file)) return;
      for (const each of next.get(file) ?? []) walk(each, [...way, file]);
      done.add(file);
    };
    for (const { file } of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('features never import each other', () => {
    const wrong = files.flatMap(({ file, imports }) => {
      const [layer, feature] = file.split('/');
      if (layer !== 'features') return [];
      return imports
        .filter((name) => name.startsWith('features/') && name.split('/')[1] !== feature)
        .map((name) => `${file} -> ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('what scrolls can be reached by keyboard', () => {
    // How many of a file are moved through by keys of their own, or always hold links.
    const known: Record<string, number> = {
      'features/deals/Board.tsx': 1, // arrows from card to card
      'features/deals/BoardColumn.tsx': 1,
      'features/shell/AppShell.tsx': 1, // where the skip link leads
      'features/shell/SideNav.tsx': 1,
      'shared/settings/SettingsLayout.tsx': 1, // the menu
      'shared/ui/CommandPalette.tsx': 1, // the keys of a list box
      'shared/ui/popup.ts': 1,
    };
    const wrong = files.flatMap(({ file }) => {
      const text = readFileSync(join(root, file), 'utf8');
      const scrollers = text.match(/\boverflow-(?:[xy]-)?(?:auto|scroll)\b/g)?.length ?? 0;
      const regions = text.match(/ref=\{(?:region|row)\}/g)?.length ?? 0;
      return scrollers - (known[file] ?? 0) === (/use(?:ScrollRegion|TableRows)\(/.test(text) ? regions : 0)
        ? []
        : [file];
    });
    expect(wrong).toEqual([]);
  });

  it('only the session and the live stream speak to the network by hand', () => {
    const wrong = files
      .filter(({ file }) => !/^shared\/(session|api|live)\//.test(file))
      .filter(({ file }) => !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))
      .filter(({ file }) => /\bfetch\(/.test(readFileSync(join(root, file), 'utf8')))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });
});
