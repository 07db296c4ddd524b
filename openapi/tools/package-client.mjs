// What the TypeScript package is made from: types of the contract, and for each operation its address, what it is given and what it
// answers. `node package-client.mjs` writes openapi/typescript/src/gen (never committed) and, with --build, its dist.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { bodies, deref, operations, parameters } from './document.mjs';

const tools = dirname(fileURLToPath(import.meta.url));
const home = resolve(tools, '../typescript');
const gen = join(home, 'src/gen');
const contract = resolve(tools, '../dist/openapi.json');
const document = JSON.parse(readFileSync(contract, 'utf8'));

rmSync(gen, { recursive: true, force: true });
await createClient({
  input: contract,
  output: { path: gen, clean: true },
  logs: { level: 'silent' },
  plugins: ['@hey-api/typescript'],
});
for (const file of ['index.ts']) rmSync(join(gen, file), { force: true });

const all = operations(document);
const pascal = (id) => id[0].toUpperCase() + id.slice(1);
const streams = (operation) =>
  bodies(document, operation).some(({ content }) => content['text/event-stream']);
/** Whether it takes an `Idempotency-Key`. */
const keyed = (operation) => parameters(document, operation).some(({ name }) => name === 'Idempotency-Key');
const called = all.filter((operation) => !streams(operation));
/** Lists that tell what changed since an instant. */
const synced = called.filter((each) =>
  parameters(document, each).some(({ name }) => name === 'updated_since'),
);

/** Headers have options of their own (`ifMatch`, `idempotencyKey`). */
function given(operation) {
  const type = `Types.${pascal(operation.operationId)}Data`;
  const sent = parameters(document, operation);
  const parts = [];
  if (sent.some((each) => each.in === 'path')) parts.push(`path: ${type}['path']`);
  const query = sent.filter((each) => each.in === 'query');
  if (query.length) parts.push(`query${query.some(({ required }) => required) ? '' : '?'}: ${type}['query']`);
  const body = deref(document, operation.requestBody);
  if (body)
    parts.push(
      `body${body.required ? '' : '?'}: ${body.content['multipart/form-data'] ? 'FormData' : `${type}['body']`}`,
    );
  return parts.length ? `{ ${parts.join('; ')} }` : 'Record<never, never>';
}

function answer(operation) {
  const [status, response] = Object.entries(operation.responses).find(([code]) => /^2/.test(code));
  const content = deref(document, response).content;
  if (!content) return 'undefined';
  return content['application/json']
    ? `Types.${pascal(operation.operationId)}Responses[${status}]`
    : Object.keys(content)[0].startsWith('text/')
      ? 'string'
      : 'Blob';
}

const kinds = Object.keys(document['x-problems'] ?? {});
mkdirSync(gen, { recursive: true });
writeFileSync(
  join(gen, 'operations.gen.ts'),
  `// Made by openapi/tools/package-client.mjs from the contract.
import type * as Types from './types.gen.ts';

export interface Operations {
${called.map((each) => `  /** ${each.summary}. */\n  ${each.operationId}: { given: ${given(each)}; answer: ${answer(each)} };`).join('\n')}
}

/** Lists that \`sync\` follows. */
export type Synced = ${synced.map(({ operationId }) => `'${operationId}'`).join(' | ') || 'never'};

/** Kinds of refusals. More may come: treat one that you do not know by its status. */
export type ProblemKind = ${kinds.map((kind) => `'${kind}'`).join(' | ') || 'string'};

export const OPERATIONS: { readonly [K in keyof Operations]: readonly [method: string, path: string, keyed?: true] } = {
${called.map((each) => `  ${each.operationId}: ['${each.method.toUpperCase()}', '${each.path}'${keyed(each) ? ', true' : ''}],`).join('\n')}
};
`,
);

if (process.argv.includes('--build')) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', home], { stdio: 'inherit' });
}
