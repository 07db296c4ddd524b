import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:js|css|svg)$/;

/**
 * Puts a `.br` beside each file under `assets` that gets smaller by it: the server hands it out as it is
 * (platform.web.CompressedAssets) instead of compressing quickly for each visitor.
 */
export function precompress(): Plugin {
  return {
    name: 'pulso-precompress',
    apply: 'build',
    writeBundle(options) {
      const folder = join(options.dir ?? resolve(import.meta.dirname, '../dist'), 'assets');
      for (const name of readdirSync(folder)) {
        if (!compressible.test(name)) continue;
        const file = join(folder, name);
        const content = readFileSync(file);
        const smaller = brotliCompressSync(content, {
          params: {
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        });
        if (smaller.length < content.length * 0.9) writeFileSync(`${file}.br`, smaller);
      }
    },
  };
}
