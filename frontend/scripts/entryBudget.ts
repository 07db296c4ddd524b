import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fails the build when what a first visit must load (the entry and its static imports) outgrows the budget. */
export function entryBudget(limitKb: number): Plugin {
  return {
    name: 'pulso-entry-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const counted = new Map<string, number>();
      const visit = (file: string) => {
        const chunk = bundle[file];
        if (counted.has(file) || chunk?.type !== 'chunk') return;
        counted.set(file, gzipSync(chunk.code).length);
        chunk.imports.forEach(visit);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry) visit(file);
      }
      const kb = [...counted.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024;
      const text = `entry ${kb.toFixed(1)} kB gzip of ${limitKb} kB`;
      if (kb > limitKb) this.error(`${text}: load something lazily`);
      else process.stdout.write(`${text}\n`);
    },
  };
}
