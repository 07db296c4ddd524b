// The TypeScript client of the SPA: types, one function per operation (fetch), TanStack Query options. Made at build, never
// committed. The generator writes all operations into one file, which a bundler can only load as a whole: here they are cut
// by tag, so that a page (and the entry) carries the operations that it asks for and the contract may grow.
//   index.ts           types alone: nothing of it is left at run time
//   operations.gen.ts  what may be asked for as types: permissions, and the operations that read
//   problems.gen.ts    the kinds of problems and the codes of violations
//   rows.gen.ts        the fields of a row of each list
//   <tag>/index.ts     the operations of a tag
//   <tag>/query.ts     their TanStack Query options
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import ts from 'typescript';
import { sparse } from './answers.mjs';
import { operations } from './document.mjs';
import { lists } from './lists.mjs';
import { registry, typescript } from './registry.mjs';

const tools = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.env.CLIENT_OUT ?? join(tools, '../../frontend/src/shared/api/gen'));
// The web app is built from the same commit as the server: it knows every field and value there is.
const contract = resolve(tools, '../dist/closed.json');
const banner = '// Made by openapi/tools/client.mjs from the contract.\n\n';

const document = JSON.parse(readFileSync(contract, 'utf8'));

const contractOfScreens = sparse(document);
// Screens know the version of whatever they change: a write that does not say it does not compile.
contractOfScreens.components.parameters.IfMatch.required = true;
// And they are built with the server: what is deprecated is none of their words.
for (const { path, method } of operations(contractOfScreens)) {
  const operation = contractOfScreens.paths[path][method];
  operation.parameters = operation.parameters?.filter((each) => !each['x-sunset']);
}
for (const schema of Object.values(contractOfScreens.components.schemas))
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (property['x-sunset']) {
      delete schema.properties[name];
      schema.required = schema.required?.filter((each) => each !== name);
    }

await createClient({
  input: contractOfScreens,
  output: { path: out, clean: true },
  logs: { level: 'warn' },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch', '@tanstack/react-query'],
});

/** Nobody who only opens a page needs the reader of streams: it travels when one is read. */
const clientFile = join(out, 'client/client.gen.ts');
const streamed = [
  ["import { createSseClient } from '../core/serverSentEvents.gen';\n", ''],
  [
    'return createSseClient({',
    "const { createSseClient } = await import('../core/serverSentEvents.gen');\n    return createSseClient({",
  ],
].reduce((text, [before, after]) => {
  if (!text.includes(before)) throw new Error(`the generated client has no ${before}`);
  return text.replace(before, after);
}, readFileSync(clientFile, 'utf8'));
writeFileSync(clientFile, streamed);

const all = operations(document);
/** `SecondFactor` -> `second-factor`. */
const folderOf = (tag) => tag.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
const tagOf = new Map(all.map(({ operationId, tags }) => [operationId, folderOf(tags[0])]));

/** The statements of a generated file: its imports by name, and what it declares. */
function parse(file) {
  const text = readFileSync(join(out, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = new Map();
  const declared = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const { isTypeOnly, namedBindings } = statement.importClause;
      for (const one of namedBindings.elements)
        imported.set(one.name.text, {
          from: statement.moduleSpecifier.text,
          type: isTypeOnly || one.isTypeOnly,
          written: one.propertyName ? `${one.propertyName.text} as ${one.name.text}` : one.name.text,
        });
      continue;
    }
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.text)
      : [statement.name?.text];
    if (names.length !== 1 || !names[0])
      throw new Error(`${file}: a statement that cannot be cut: ${statement.getText().slice(0, 80)}`);
    const used = new Set();
    const visit = (node) => {
      // The name of a property is no use of what is called the same.
      const names = node.parent?.name === node && !ts.isShorthandPropertyAssignment(node.parent);
      if (ts.isIdentifier(node) && !names) used.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(statement);
    declared.push({ name: names[0], text: statement.getFullText().trim(), used });
  }
  return { imported, declared };
}

/** Statements as a file of their own, with the imports that they need. */
function write(file, statements, imported, elsewhere = () => undefined) {
  const own = new Set(statements.map(({ name }) => name));
  const lines = new Map();
  for (const name of new Set(statements.flatMap(({ used }) => [...used]))) {
    if (own.has(name)) continue;
    const found = elsewhere(name) ?? imported.get(name);
    if (!found) continue;
    const key = `${found.type ? 'import type' : 'import'} # from '${found.from}';`;
    lines.set(key, [...(lines.get(key) ?? []), found.written]);
  }
  const head = [...lines].map(([line, names]) => line.replace('#', `{ ${names.sort().join(', ')} }`)).sort();
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(
    join(out, file),
    `${banner}${head.join('\n')}\n\n${statements.map(({ text }) => text).join('\n\n')}\n`,
  );
}

function byTag(declared, operationOf) {
  const tags = new Map();
  const rest = [];
  for (const statement of declared) {
    const operation = operationOf(statement.name);
    if (operation === undefined) rest.push(statement);
    else {
      const tag = tagOf.get(operation);
      tags.set(tag, [...(tags.get(tag) ?? []), statement]);
    }
  }
  return { tags, rest };
}

/** An import of the generated file as it reads one folder deeper. */
const deeper = (imported) =>
  new Map(
    [...imported].map(([name, one]) => [
      name,
      { ...one, from: one.from.startsWith('.') ? one.from.replace(/^\.\//, '../') : one.from },
    ]),
  );
/** What the shared part of a cut file declares, as it is imported from the parts. */
const from = (file, { rest }) => {
  const names = new Map(
    rest.map(({ name, text }) => [
      name,
      { from: file, type: /^(?:\/\*[\s\S]*?\*\/\s*)?export type/.test(text), written: name },
    ]),
  );
  return (name) => names.get(name);
};
/** The parts import what they share: it has to be exported. */
const exported = (statements) =>
  statements.map((one) => ({ ...one, text: one.text.replace(/^(?=(?:const|type) )/m, 'export ') }));

const sdk = parse('sdk.gen.ts');
const calls = byTag(sdk.declared, (name) => (tagOf.has(name) ? name : undefined));
write('options.gen.ts', exported(calls.rest), sdk.imported);
for (const [tag, statements] of calls.tags)
  write(`${tag}/index.ts`, statements, deeper(sdk.imported), from('../options.gen', calls));

const query = parse('@tanstack/react-query.gen.ts');
const suffix = /(?:InfiniteOptions|InfiniteQueryKey|Options|QueryKey|Mutation)$/;
const options = byTag(query.declared, (name) => {
  const operation = name.replace(suffix, '');
  return operation !== name && tagOf.has(operation) ? operation : undefined;
});
// The generator's own file lies in a folder, as the parts do; the shared part lies above them.
const above = new Map(
  [...query.imported].map(([name, one]) => [name, { ...one, from: one.from.replace(/^\.\.\//, './') }]),
);
const optionsType = (at) => (name) =>
  name === 'Options' ? { from: `${at}options.gen`, type: true, written: 'Options' } : undefined;
write('query.gen.ts', exported(options.rest), above, optionsType('./'));
const shared = from('../query.gen', options);
for (const [tag, statements] of options.tags)
  write(
    `${tag}/query.ts`,
    statements,
    query.imported,
    (name) =>
      optionsType('../')(name) ??
      shared(name) ??
      (tagOf.get(name) === tag ? { from: '.', type: false, written: name } : undefined),
  );

const union = (names) =>
  [...new Set(names)]
    .sort()
    .map((name) => `\n  | '${name}'`)
    .join('');
const reads = all.filter(({ method }) => method === 'get').map(({ operationId }) => operationId);
const permissions = readFileSync(new URL('../dist/roles.properties', import.meta.url), 'utf8')
  .match(/^permissions=(.*)$/m)[1]
  .split(',');
writeFileSync(
  join(out, 'operations.gen.ts'),
  `${banner}/** What a role may hold: all the permissions that there are. */\nexport type Permission =${union(permissions)};\n\n/** The operations that read. */\nexport type ReadOperation =${union(reads)};\n`,
);
const rows = Object.entries(lists(document)).map(([kind, { columns }]) => [kind, Object.keys(columns)]);
writeFileSync(
  join(out, 'rows.gen.ts'),
  `${banner}/** The fields of a row of each list, by its kind. */\nexport const rowFields = ${JSON.stringify(Object.fromEntries(rows), null, 2)} as const;\n`,
);
writeFileSync(join(out, 'problems.gen.ts'), `${banner}${typescript(registry())}`);
writeFileSync(
  join(out, 'index.ts'),
  `${banner}export type * from './operations.gen';\nexport type * from './types.gen';\n`,
);
rmSync(join(out, 'sdk.gen.ts'));
rmSync(join(out, '@tanstack'), { recursive: true });
