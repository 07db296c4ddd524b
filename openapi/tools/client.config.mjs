// The TypeScript client of the SPA: types, one function per operation (fetch), TanStack Query options. Made at build, never committed.
import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: '../dist/openapi.json',
  output: { path: process.env.CLIENT_OUT ?? '../../frontend/src/shared/api/gen', clean: true },
  logs: { level: 'warn' },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch', '@tanstack/react-query'],
});
