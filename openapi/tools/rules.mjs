// The rules of the contract that the linter cannot say. Each answers complaints, one a line.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { bodies, deref, operations, parameters, whole } from './document.mjs';
import { rowOf, writtenById } from './everywhere.mjs';
import { problemComplaints } from './registry.mjs';

export const complaints = (document) => [
  ...names(document),
  ...copies(document),
  ...counts(document),
  ...patches(document),
  ...problemComplaints(document),
  ...operations(document).flatMap((operation) => [
    ...spoken(document, operation),
    ...errors(document, operation),
    ...lists(document, operation),
    ...versions(document, operation),
  ]),
  ...Object.entries(document.components.responses ?? {})
    .filter(([name]) => name !== 'NotModified')
    .flatMap(([name, answer]) => problem(`the answer ${name}`, answer)),
  ...examples(document),
];

function names(document) {
  return Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    Object.keys(whole(document, schema).properties ?? {})
      .filter((property) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(property))
      .map((property) => `${name}.${property}: properties are snake_case`),
  );
}

/** A field of a record changes only together with its version: the name of another record is brought by `include`. */
function copies(document) {
  return Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const properties = whole(document, schema).properties ?? {};
    if (!properties.id) return [];
    return Object.keys(properties)
      .filter((field) => /_name$/.test(field) && properties[field.replace(/_name$/, '_id')])
      .filter((field) => !properties[field]['x-own'])
      .map(
        (field) =>
          `${name}.${field}: a copy of another record's name goes stale; use x-include, or say by x-own why it is its own`,
      );
  });
}

/** A number is no list: the day somebody wants the list, its name would be taken. */
const LISTS =
  /^(rows|created|updated|skipped|failed|tried)$|(^|_)(rows|users|members|contracts|customers|invoices|deals)$/;
function counts(document) {
  return Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    Object.entries(whole(document, schema).properties ?? {})
      .filter(([field, property]) => LISTS.test(field) && [property.type].flat().includes('integer'))
      .filter(([, property]) => !property['x-sunset'])
      .map(([field]) => `${name}.${field}: a number is called ..._count; the name of a list is for the list`),
  );
}

function patches(document) {
  const found = [];
  for (const operation of operations(document).filter(({ method }) => method === 'patch')) {
    for (const media of Object.values(deref(document, operation.requestBody)?.content ?? {})) {
      for (const [property, schema] of Object.entries(whole(document, media.schema).properties ?? {})) {
        if (deref(document, schema).default !== undefined) {
          found.push(
            `${operation.operationId}: ${property} has a default, but an absent field of a merge patch means "leave it"`,
          );
        }
      }
    }
  }
  return found;
}

/** Lists: pages, an order that no change of a row disturbs, both directions, and the grammar of filters. */
function lists(document, operation) {
  const found = [];
  const say = (what) => found.push(`${operation.operationId}: ${what}`);
  if (operation.method !== 'get') return found;
  for (const { name, in: where, schema } of parameters(document, operation))
    if (where === 'query' && !['sort', 'include'].includes(name) && deref(document, schema).enum)
      say(`${name} takes one value only: states of x-filters take several, separated by commas`);
  const answer = deref(document, operation.responses[200])?.content?.['application/json']?.schema;
  const page = answer && whole(document, answer).properties;
  if (page?.data && deref(document, page.data).type === 'array' && !page.next_cursor)
    say('a list is {data, next_cursor}');
  const given = parameters(document, operation);
  const sort = given.find((each) => each.name === 'sort')?.schema;
  if (sort && (sort.default ?? sort['x-default']) !== '-created_at')
    say('sort has another default than -created_at, which no edit of a row moves');
  for (const name of sort?.enum ?? []) {
    const other = name.startsWith('-') ? name.slice(1) : `-${name}`;
    if (!sort.enum.includes(other)) say(`sort knows ${name}, but not ${other}`);
  }
  // Days and instants are asked for by the name of their field; another way has a reason, or an end.
  for (const each of page?.data ? given : [])
    if (/(^|_)(from|to)$/.test(each.name) && /^date/.test(each.schema?.format ?? ''))
      if (!each['x-filter'] && !each['x-beside'] && !each['x-sunset'])
        say(
          `${each.name} is none of the grammar: name its field in x-filters, or say by x-beside why it is another`,
        );
  if (!given.some((each) => each.name === 'updated_since')) return found;
  const { ranges = [], without = {} } = operation['x-filters'] ?? {};
  for (const [name, schema] of Object.entries(rowOf(document, operation))) {
    const field = deref(document, schema);
    const measured = ['date', 'date-time'].includes(field.format) || /_cents$/.test(name);
    if (measured && !ranges.includes(name) && !without[name])
      say(`${name} has no ${name}_from and ${name}_to (x-filters: ranges, or without and why)`);
  }
  if (!given.some((each) => each.name === 'ids')) say('takes no ids');
  return found;
}

/** One of several fields is needed, whichever it is. */
const sentSome = (document, schema) => deref(document, schema).minProperties > 0;

/** Who writes to a record by its id can say which version that is based on, and everybody sees when it last changed. */
function versions(document, operation) {
  const untold = Object.entries(operation.responses)
    .map(([status, answer]) => [status, deref(document, answer)])
    .filter(([status, { content, headers }]) => {
      const schema = content?.['application/json']?.schema;
      return /^2/.test(status) && schema && whole(document, schema).properties?.version && !headers?.ETag;
    })
    .map(([status]) => `${operation.operationId}: ${status} shows a version and has no ETag`);
  return [...untold, ...based(document, operation)];
}

function based(document, operation) {
  if (operation.method === 'get') return [];
  const schema = writtenById(document, operation);
  const record = schema && whole(document, schema);
  if (!record?.properties?.id || record['x-unversioned']) return [];
  const found = ['version', 'updated_at']
    .filter((field) => !record.properties[field])
    .map((field) => `its record has no ${field}, and x-unversioned does not say why`);
  if (!parameters(document, operation).some(({ name }) => name === 'If-Match'))
    found.push('takes no If-Match');
  return found.map((what) => `${operation.operationId}: ${what}`);
}

/** Whoever reads the contract learns what an operation does, may be sent and answers. */
function spoken(document, operation) {
  const found = [];
  const say = (what) => found.push(`${operation.operationId}: ${what}`);
  if (!operation.summary?.trim()) say('needs a summary');
  if (!operation.description?.trim()) say('needs a description');
  if (operation.description?.trim() === operation.summary?.trim()) say('its description repeats the summary');
  if (!operation['x-permission']) say('needs x-permission');
  // What gives keys away is not for keys (ApiKey.java), so nobody but a person gets there.
  if (wanted(operation).some((name) => /^access\.api_keys:/.test(name)) && !operation['x-people'])
    say('no key has this permission: x-people');
  if (operation['x-people'] && wanted(operation)[0] === 'public') say('x-people, but it is for everybody');
  for (const parameter of parameters(document, operation)) {
    if (!parameter.description?.trim()) say(`parameter ${parameter.name} needs a description`);
    if (parameter.schema.enum && parameter.name !== 'sort')
      say(`parameter ${parameter.name}: make its values a schema; Java checks no inline ones`);
  }
  for (const { where, content } of bodies(document, operation)) {
    for (const [type, media] of Object.entries(content)) {
      if (media.example === undefined && !media.examples) say(`${where} (${type}) needs an example`);
    }
  }
  return found;
}

/**
 * The refusals that follow from what an operation is. What any request may meet (405, 406, 413, 415, 429, 5xx) is said once,
 * by `default`.
 */
function errors(document, operation) {
  const found = [];
  const given = parameters(document, operation);
  const body = deref(document, operation.requestBody);
  const needs = (status, why) => {
    if (!operation.responses[status])
      found.push(`${operation.operationId}: declares no ${status}, but ${why}`);
  };
  needs('default', 'any request may be refused (common.yaml, Failure)');
  if (body) needs(400, 'a body may be wrong');
  const sent = body?.content?.['application/json']?.schema;
  const asks = sent && whole(document, sent);
  if (asks?.properties?.version)
    found.push(
      `${operation.operationId}: version in a body; what a write is based on stands in If-Match alone`,
    );
  if (body?.required && operation.method === 'post' && asks && !asks.required?.length && !sentSome(document, sent))
    found.push(
      `${operation.operationId}: nothing in its body is needed, so no body may be needed (required: false)`,
    );
  if (given.some((each) => each.in === 'query')) needs(400, 'a query parameter may be wrong');
  if (operation['x-permission'] !== 'public') needs(401, 'it wants a token');
  if (!['public', 'authenticated'].includes(wanted(operation)[0])) needs(403, 'it wants a permission');
  if (given.some((each) => each.in === 'path' && each.schema.maxLength))
    needs(400, 'what its path names may be too long');
  if (given.some((each) => each.in === 'path')) needs(404, 'what its path names may not exist');
  if (given.some((each) => each.name === 'If-Match')) needs(412, 'If-Match may be stale');
  if (operation.method === 'patch' && given.some((each) => each.name === 'If-Match')) {
    needs(428, 'an edit names the version it is based on');
  }
  if (given.some((each) => each.name === 'If-None-Match'))
    needs(304, 'If-None-Match may name what it answers');
  if (operation.responses[304] && !operation.parameters?.some((each) => each.$ref?.endsWith('/IfNoneMatch')))
    found.push(`${operation.operationId}: answers 304, but takes no If-None-Match (common.yaml)`);
  const { safe, refused } = operation['x-idempotency'] ?? {};
  const keyed = given.some((each) => each.name === 'Idempotency-Key');
  if (operation.method === 'post' && !keyed && !refused)
    found.push(`${operation.operationId}: takes no Idempotency-Key, and x-idempotency does not say why`);
  if (keyed && !safe) {
    needs(409, 'the first request with a key may be running');
    needs(422, 'a key may come again with another body');
  }
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (/^[23]/.test(status)) continue;
    if (!answer.$ref) found.push(...problem(`${operation.operationId}: ${status}`, answer));
  }
  return found;
}

function problem(where, answer) {
  const media = answer.content?.['application/problem+json'];
  if (!media) return [`${where} is no application/problem+json`];
  return media.example === undefined && !media.examples ? [`${where} needs an example`] : [];
}

/** An example that its schema refuses misleads. */
function examples(document) {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { binary: true, password: true, int32: true, int64: true },
  });
  addFormats(ajv, ['date', 'date-time', 'uuid', 'email', 'uri', 'uri-reference']);
  ajv.addSchema({ $id: 'contract', components: { schemas: document.components.schemas } });
  const closed = (schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components'));
  const found = [];
  const check = (where, schema, value) => {
    const valid = ajv.compile(closed(schema));
    if (!valid(value)) found.push(`${where}: ${ajv.errorsText(valid.errors, { dataVar: 'example' })}`);
    found.push(
      ...unknown(document, schema, value, 'example').map(
        (field) => `${where}: ${field} is not in the schema`,
      ),
    );
  };
  for (const operation of operations(document)) {
    for (const { where, content } of bodies(document, operation)) {
      for (const [type, media] of Object.entries(content)) {
        if (!/json/.test(type)) continue;
        for (const value of [
          media.example,
          ...Object.values(media.examples ?? {}).map((each) => each.value),
        ]) {
          if (value !== undefined) check(`${operation.operationId}: ${where}`, media.schema, value);
        }
      }
    }
  }
  for (const [name, answer] of Object.entries(document.components.responses ?? {})) {
    for (const media of Object.values(answer.content ?? {})) {
      if (media.example !== undefined) check(`the answer ${name}`, media.schema, media.example);
    }
  }
  return found;
}

/** The API refuses fields it does not know; an example must not show one. */
function unknown(document, schema, value, at) {
  const target = whole(document, schema);
  if (Array.isArray(value))
    return value.flatMap((each, i) => unknown(document, target.items ?? {}, each, `${at}[${i}]`));
  if (value === null || typeof value !== 'object' || !target.properties) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    Object.hasOwn(target.properties, field)
      ? unknown(document, target.properties[field], inner, `${at}.${field}`)
      : target.additionalProperties
        ? []
        : [`${at}.${field}`],
  );
}

/** The permissions that an operation asks for, all of them. */
export function wanted(operation) {
  return [operation['x-permission'] ?? []].flat();
}

/** Whoever names a permission means one that there is, and every one is asked for by somebody. */
export function unknownRights(document, { permissions, roles }) {
  const found = [];
  const known = new Set(permissions);
  for (const operation of operations(document))
    for (const name of wanted(operation))
      if (!known.has(name) && !['public', 'authenticated'].includes(name))
        found.push(`${operation.operationId}: roles.yaml knows no permission ${name}`);
  for (const [role, allowed] of Object.entries(roles))
    for (const name of allowed)
      if (!known.has(name)) found.push(`roles.yaml: ${role} has ${name}, which there is not`);
  for (const name of permissions)
    if (!roles.admin.includes(name)) found.push(`roles.yaml: an administrator may everything, also ${name}`);
  return found;
}
