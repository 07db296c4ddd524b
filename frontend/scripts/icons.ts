import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const library = resolve(import.meta.dirname, '../node_modules/lucide-react/dist/esm');
const imports = /import\s*\{([^}]*)\}\s*from\s*'lucide-react';/g;

/**
 * Imports each icon from the file that it lies in. Through the library's one index every icon of the product would be
 * reached from the entry, which shows three of them, and travel with it.
 */
export function icons(): Plugin {
  const index = readFileSync(resolve(library, 'lucide-react.mjs'), 'utf8');
  const files = new Map(
    [...index.matchAll(/export \{([^}]*)\} from '\.\/(icons\/[^']+)'/g)].flatMap(
      ([, names = '', file = '']) =>
        [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => [name, file] as const),
    ),
  );
  return {
    name: 'pulso-icons',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/') || !code.includes("'lucide-react'")) return null;
      return code.replace(imports, (_, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => {
            const [icon = '', as = icon] = name.split(' as ');
            const file = files.get(icon);
            if (!file) this.error(`lucide-react has no ${icon}`);
            return `import ${as} from 'lucide-react/dist/esm/${file}';`;
          })
          .join(' '),
      );
    },
  };
}
