// Lints openapi/*.yaml and writes what everything else is made from:
//   dist/openapi.json           the one bundled document (served, generated from, validated against)
//   dist/closed.json            the same as our own server and web app are made from: they know every field and value there is
//   dist/problems.json          the registry of problems and violations, for the pages under /docs/problems; Java has it as enumerations
//   dist/operations.properties  per operation: its permission, the status and the headers of its success, whether it streams,
//                               and where files may be sent
//   dist/events.json            the catalogue of events: a schema and an example of each type
//   dist/audited.json           what the audit trail says of each column
//   dist/lists.json             what each list of records can be asked, for whoever keeps a question
// `--check` writes nothing and fails when the committed files are stale.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { complete, open } from './answers.mjs';
import { told, trail, withTrail } from './audit.mjs';
import { describe } from './describe.mjs';
import { deref, operations, parameters } from './document.mjs';
import { catalogue, complaintsOfEvents } from './events.mjs';
import { everywhere } from './everywhere.mjs';
import { fields } from './fields.mjs';
import { includes } from './includes.mjs';
import { complaintsOfLists, lists } from './lists.mjs';
import { registry, registryFiles, withProblems } from './registry.mjs';
import { complaints, unknownRights, wanted } from './rules.mjs';
import { texts } from './texts.mjs';

const tools = dirname(fileURLToPath(import.meta.url));
const openapi = resolve(tools, '..');
const dist = join(openapi, 'dist');

function redocly(...args) {
  const cli = join(tools, 'node_modules/@redocly/cli/bin/cli.js');
  execFileSync(process.execPath, [cli, ...args, '--config', join(openapi, 'redocly.yaml')], {
    cwd: openapi,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
}

function bundle() {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-contract-'));
  try {
    redocly('lint', 'pulso', '--format', 'stylish');
    redocly('bundle', 'pulso', '--output', join(folder, 'openapi.json'));
    return JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8'));
  } catch (error) {
    if (error.status === undefined) throw error;
    process.stderr.write(Buffer.concat([error.stdout, error.stderr]));
    process.exit(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Components by name, so that moving a line between files does not move half of the bundle. */
function ordered(document) {
  const components = {};
  for (const kind of Object.keys(document.components ?? {}).sort()) {
    const byName = Object.entries(document.components[kind]).sort(([a], [b]) => (a < b ? -1 : 1));
    components[kind] = Object.fromEntries(byName);
  }
  return { ...document, components };
}

function properties(document) {
  const lines = [
    '# Made by openapi/tools/bundle.mjs from the contract: permission, status and headers of each operation, whether it streams, where files are sent.',
  ];
  for (const operation of operations(document)) {
    const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'));
    const headers = Object.keys(deref(document, answer).headers ?? {});
    lines.push(
      `${operation.operationId}=${wanted(operation).join(',')}`,
      `${operation.operationId}.status=${status}`,
    );
    lines.push(`${operation.operationId}.address=${operation.method.toUpperCase()} ${operation.path}`);
    if (operation['x-people']) lines.push(`${operation.operationId}.people=true`);
    if (operation['x-location']) lines.push(`${operation.operationId}.location=${operation.path}`);
    if (operation['x-sunset'])
      lines.push(
        `${operation.operationId}.deprecated=${operation['x-deprecated-on']}`,
        `${operation.operationId}.sunset=${operation['x-sunset']}`,
      );
    for (const { name, ...one } of parameters(document, operation))
      if (one['x-sunset'])
        lines.push(
          `${operation.operationId}.${name}.deprecated=${one['x-deprecated-on']}`,
          `${operation.operationId}.${name}.sunset=${one['x-sunset']}`,
        );
    if (deref(document, answer).content?.['text/event-stream'])
      lines.push(`${operation.operationId}.streams=true`);
    if (deref(document, operation.requestBody)?.content?.['multipart/form-data'])
      lines.push(`${operation.operationId}.upload=${operation.path}`);
    if (deref(document, operation.requestBody)?.content?.['application/json'])
      lines.push(`${operation.operationId}.json=true`);
    const { refused, safe } = operation['x-idempotency'] ?? {};
    if (operation.method === 'post' && (operation['x-permission'] !== 'public' || refused) && !safe)
      lines.push(`${operation.operationId}.key=${refused ? 'refused' : 'kept'}`);
    const given = parameters(document, operation).filter((each) => each.in !== 'cookie');
    const query = given.filter((each) => each.in === 'query').map((each) => each.name);
    const filters = given.filter((each) => each['x-filter']).map((each) => each.name);
    const included = given.find((each) => each['x-includes'])?.schema.items.enum;
    if (included) lines.push(`${operation.operationId}.include=${included.join(',')}`);
    if (filters.length) lines.push(`${operation.operationId}.filters=${filters.join(',')}`);
    if (operation['x-filters']?.custom) lines.push(`${operation.operationId}.custom=true`);
    if (query.length) lines.push(`${operation.operationId}.query=${query.join(',')}`);
    if (given.length)
      lines.push(`${operation.operationId}.parameters=${given.map((each) => each.name).join(',')}`);
    if (operation['x-cost']) lines.push(`${operation.operationId}.cost=${operation['x-cost']}`);
    if (headers.length) lines.push(`${operation.operationId}.headers=${headers.join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What somebody may be allowed, and what the built-in roles are. */
function rights({ permissions, roles, former }) {
  const lines = [
    '# Made by openapi/tools/bundle.mjs from roles.yaml.',
    `permissions=${permissions.join(',')}`,
  ];
  lines.push(`roles=${Object.keys(roles).join(',')}`);
  lines.push(`former=${Object.keys(former).join(',')}`);
  for (const [area, present] of Object.entries(former)) lines.push(`former.${area}=${present}`);
  for (const [role, allowed] of Object.entries(roles)) lines.push(`role.${role}=${allowed.join(',')}`);
  return `${lines.join('\n')}\n`;
}

const withoutExamples = (key, value) => (key === 'example' || key === 'examples' ? undefined : value);
const problems = registry();
const audited = trail();
const document = texts(
  ordered(withProblems(complete(everywhere(includes(withTrail(fields(bundle()), audited)))), problems)),
);
const roles = load(readFileSync(join(openapi, 'roles.yaml'), 'utf8'), { schema: CORE_SCHEMA });
const glossary = load(readFileSync(join(openapi, 'glossary.yaml'), 'utf8'), { schema: CORE_SCHEMA });
const events = load(readFileSync(join(openapi, 'events.yaml'), 'utf8'), { schema: CORE_SCHEMA });
const wrong = [
  ...describe(document, glossary),
  ...complaints(document),
  ...complaintsOfEvents(events),
  ...complaintsOfLists(document),
  ...unknownRights(document, roles),
];
if (wrong.length) {
  console.error(wrong.map((line) => `contract: ${line}`).join('\n'));
  process.exit(1);
}
const files = {
  'openapi/dist/openapi.json': `${JSON.stringify(open(document), null, 2)}\n`,
  'openapi/dist/closed.json': `${JSON.stringify(document, withoutExamples, 1)}\n`,
  'openapi/dist/operations.properties': properties(document),
  ...registryFiles(problems),
  'openapi/dist/events.json': `${JSON.stringify(catalogue(events), null, 2)}\n`,
  'openapi/dist/audited.json': `${JSON.stringify(told(document, audited), null, 1)}\n`,
  'openapi/dist/lists.json': `${JSON.stringify(lists(document), null, 1)}\n`,
  'openapi/dist/roles.properties': rights(roles),
};
const root = resolve(openapi, '..');
if (process.argv.includes('--check')) {
  const stale = Object.entries(files).filter(([name, text]) => {
    try {
      return readFileSync(join(root, name), 'utf8') !== text;
    } catch {
      return true;
    }
  });
  if (stale.length) {
    console.error(
      `what is made from the contract is stale (${stale.map(([name]) => name).join(', ')}): run \`make contract\` and commit it`,
    );
    process.exit(1);
  }
} else {
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
}
console.log(
  `contract: ${operations(document).length} operations, ${Object.keys(document.components.schemas).length} schemas`,
);
