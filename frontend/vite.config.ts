import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { apiDocs } from './scripts/apiDocs.ts';
import { bootList } from './scripts/bootList.ts';
import { budgets } from './scripts/budgets.ts';
import { chunkGroups } from './scripts/chunks.ts';

import { icons } from './scripts/icons.ts';
import { precompress } from './scripts/precompress.ts';

const backend = process.env.PULSO_BACKEND ?? 'http://127.0.0.1:8080';
const proxied = { target: backend, changeOrigin: false };

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      routesDirectory: 'src/routes',
      generatedRouteTree: 'src/app/routeTree.gen.ts',
      autoCodeSplitting: true,
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
    tailwindcss(),
    icons(),
    apiDocs(),
    budgets({ entry: 150, firstPage: 180, page: 166 }),
    bootList(),
    precompress(),
  ],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': proxied, '/openapi.json': proxied },
  },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups() },
      },
    },
    cssTarget: ['chrome123', 'safari17.5', 'firefox121'],
  },
  test: {
    css: false,
    testTimeout: 60_000,
    // What is made ready before them is as slow on a busy machine as they are.
    hookTimeout: 60_000,
    projects: [
      // What needs no page gets none: making one for each of fifty files took half of the time.
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          isolate: false,
          setupFiles: ['src/shared/testing/pureSetup.ts'],
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: ['**/*.dom.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          setupFiles: ['src/shared/testing/setup.ts'],
          include: ['src/**/*.test.tsx', '{src,scripts}/**/*.dom.test.ts'],
        },
      },
    ],
  },
});
