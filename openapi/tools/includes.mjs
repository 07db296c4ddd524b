// Names of other records (docs/adr/0049): a property `company: { x-include: { id: company_id, of: companies } }` of a row says all
// that there is to say of one. Made from it here: its schema, `include` of every operation that answers such rows, and for
// our own server (`x-refers`, `x-holds`) where in an answer they stand.
import { deref, operations, whole } from './document.mjs';

const SCHEMA = '#/components/schemas/';
const REMOVED = 'removed';
const NAMED = {
  type: 'object',
  description: 'Another record, by its name.',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'Its id.' },
    name: { type: 'string', description: 'What it is called now.', example: 'Autoescola Progresso' },
  },
};

export function includes(document) {
  const { schemas } = document.components;
  schemas.NamedRecord = NAMED;
  for (const [name, schema] of Object.entries(schemas)) {
    const refers = Object.entries(schema.properties ?? {}).filter(([, each]) => each['x-include']);
    for (const [property, { 'x-include': given, ...rest }] of refers) {
      if (!schema.properties[given.id])
        throw new Error(`${name}.${property}: there is no ${given.id} beside it`);
      schema.properties[property] = {
        $ref: `${SCHEMA}NamedRecord`,
        description: `What \`${given.id}\` refers to, with \`include=${property}\`.`,
        'x-absent': 'it was not asked for, or there is none',
        'x-include': given,
        ...rest,
      };
    }
    if (refers.length)
      schema['x-refers'] = refers.map(([property, { 'x-include': given }]) => ({ property, ...given }));
  }
  const known = new Map();
  for (const [name, schema] of Object.entries(schemas)) {
    const holds = Object.entries(schema.properties ?? {})
      .filter(([, property]) => brought(document, property, known).size)
      .map(([property]) => property);
    if (holds.length) schema['x-holds'] = holds.map((property) => ({ property }));
    if (schema.allOf?.some((part) => part.properties && brought(document, part, known).size))
      throw new Error(`${name}: references stand in a schema of their own, not in a part of an allOf`);
  }
  for (const { path, method, ...operation } of operations(document)) {
    if (['public', 'authenticated'].includes(operation['x-permission'])) continue;
    const answer = success(document, operation);
    if (!answer) continue;
    const names = [...brought(document, answer, known)];
    const removed = Boolean(whole(document, answer).properties?.[REMOVED]);
    if (!names.length && !removed) continue;
    const own = document.paths[path][method];
    own.parameters = [...(own.parameters ?? []), parameter(names, removed)];
  }
  return document;
}

/** The answer of success, if it is JSON. */
function success(document, operation) {
  const [, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  return deref(document, answer)?.content?.['application/json']?.schema;
}

/** What may be asked for of an answer: its own references and those of what it holds. */
function brought(document, schema, known) {
  const name = schema?.$ref?.startsWith(SCHEMA) ? schema.$ref.slice(SCHEMA.length) : undefined;
  if (name && known.has(name)) return known.get(name);
  const found = new Set();
  if (name) known.set(name, found);
  const target = deref(document, schema);
  for (const { property } of target?.['x-refers'] ?? []) found.add(property);
  for (const part of [...(target?.allOf ?? []), ...Object.values(target?.properties ?? {}), target?.items])
    if (part) for (const each of brought(document, part, known)) found.add(each);
  return found;
}

function parameter(names, removed) {
  const told = [
    ...(names.length
      ? [
          `Beside the ids of other records also their names, as \`{id, name}\`: ${names.map((each) => `\`${each}\``).join(', ')}.`,
        ]
      : []),
    ...(removed ? [`\`${REMOVED}\`: with \`updated_since\`, also what has left since then.`] : []),
    'Several are separated by commas.',
  ];
  return {
    name: 'include',
    in: 'query',
    description: told.join(' '),
    schema: {
      type: 'array',
      items: { type: 'string', enum: [...names, ...(removed ? [REMOVED] : [])] },
    },
    style: 'form',
    explode: false,
    'x-platform': true,
    'x-includes': true,
  };
}
