// What holds for every operation of a kind, and is therefore written down here and not at each of them.
import { deref, operations, whole } from './document.mjs';

const header = (description, schema, example) => ({ description, schema, example });
const HEADERS = {
  ReadETag: header(
    'Tag of what this shows, for `If-None-Match`. Of a record with a version it begins with that, and serves for `If-Match` too.',
    { type: 'string' },
    '"3-7f0c1a2b9d3e4f50"',
  ),
  RequestId: header(
    'The id under which the logs and the audit trail know this request: yours (1 to 64 of `A-Za-z0-9._:-`) or a new one.',
    { type: 'string', maxLength: 64 },
    '01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21',
  ),
  RateLimitLimit: header(
    'Requests a minute: of the API key if there is one, else of the company.',
    { type: 'integer' },
    600,
  ),
  RateLimitRemaining: header('Requests that are left of these.', { type: 'integer' }, 597),
  RateLimitReset: header('Seconds until all of them are back.', { type: 'integer' }, 12),
  RetryAfter: header('Seconds after which to repeat the request.', { type: 'integer' }, 1),
  Location: header(
    'Address of what was made.',
    { type: 'string', format: 'uri-reference' },
    '/api/customers/01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21',
  ),
  ContentDisposition: header(
    'The name of the file.',
    { type: 'string' },
    'attachment; filename="fatura-42.pdf"',
  ),
  Deprecation: header(
    'Since when there is a better way (RFC 9745); see docs/api/compatibility.md.',
    { type: 'string' },
    '@1798761600',
  ),
  Sunset: header('When this way ends (RFC 8594).', { type: 'string' }, 'Fri, 01 Jan 2027 00:00:00 GMT'),
  PulsoVersion: header(
    'The version of the API that this was served with.',
    { type: 'string', format: 'date' },
    '2026-11-30',
  ),
  IdempotentReplayed: header(
    '`true` when this is the answer to an earlier request with the same `Idempotency-Key`, and nothing was done now.',
    { type: 'string', enum: ['true'] },
    'true',
  ),
};
const NOT_MODIFIED = {
  description: 'It still shows what the tag in `If-None-Match` stands for; there is no body.',
  headers: { ETag: { $ref: '#/components/headers/ReadETag' } },
};
const PARAMETERS = {
  PulsoVersion: {
    name: 'Pulso-Version',
    in: 'header',
    description:
      'The version of the API that you were tested against; without it that of your API key, else the oldest. An unknown one: 400. See docs/api/compatibility.md.',
    schema: { type: 'string', format: 'date' },
    example: '2026-11-30',
    'x-platform': true,
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes a repeat of the same request answer the same and do nothing twice, for 24 hours; the repeated answer has `Idempotent-Replayed: true`. A key is yours alone and counts for one operation. While the first request is running: 409 with `Retry-After`. The same key with other parameters: 422; the order of fields is none.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    example: '0c8f5a2e-6f0b-4f7e-9f6a-2d1f4f4c9d11',
    'x-platform': true,
  },
};
const UNPROCESSED = {
  description: 'The `Idempotency-Key` was used with other parameters.',
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: {
        type: '/docs/problems/idempotency_key_reused',
        title: 'The request can not be processed',
        status: 422,
        detail: 'the key was used with another request',
        trace_id: '01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21',
      },
    },
  },
};
const UNPROCESSABLE = '#/components/responses/Unprocessable';
const reference = (name) => ({ $ref: `#/components/headers/${name}` });
const LIMITS = {
  'RateLimit-Limit': reference('RateLimitLimit'),
  'RateLimit-Remaining': reference('RateLimitRemaining'),
  'RateLimit-Reset': reference('RateLimitReset'),
};

export function everywhere(document) {
  document.components.headers = { ...document.components.headers, ...HEADERS };
  document.components.parameters = { ...document.components.parameters, ...PARAMETERS };
  document.components.responses = {
    ...document.components.responses,
    NotModified: NOT_MODIFIED,
    Unprocessable: UNPROCESSED,
  };
  for (const { path, method } of operations(document)) {
    const operation = document.paths[path][method];
    // An unknown or repeated query parameter is refused, by operations without parameters too.
    operation.responses[400] ??= { $ref: '#/components/responses/Malformed' };
    operation.parameters = [
      ...(operation.parameters ?? []),
      { $ref: '#/components/parameters/PulsoVersion' },
    ];
    if (method === 'get') filtered(document, operation);
    if (method === 'get') tagged(document, operation);
    if (['post', 'put', 'delete'].includes(method)) guarded(document, path, operation);
    if (method === 'post') repeatable(operation);
    if (method === 'patch') mergePatch(operation);
    if (method === 'post') located(document, path, operation);
    if (operation['x-people']) forPeople(operation);
    if (operation['x-sunset']) operation.deprecated = true;
    operation.parameters.forEach(outdated);
    operation.responses = inOrder(operation.responses);
  }
  for (const schema of Object.values(document.components.schemas))
    Object.values(schema.properties ?? {}).forEach(outdated);
  headers(document);
  return document;
}

/** A parameter or a field that there is a better way for says so, and until when it lives. */
function outdated(one) {
  if (!one['x-sunset']) return;
  one.deprecated = true;
  one.description = `Deprecated, until ${one['x-sunset']}. ${one.description}`;
}

/** Each company has others, so that they are no parameters of the contract. */
const CUSTOM =
  'Fields that the company has added are asked for by `custom.<key>`: a text whatever its case and accents, a number, a day, `true` or `false`, one or several options separated by commas; numbers and days by `custom.<key>_from` and `custom.<key>_to` too. A field that is not there (any more) is a 400 with `unknown_field`.';

/** The grammar of filters, alike in all lists: `ids`, one or several states, both ends of each date, instant and amount. */
function filtered(document, operation) {
  paged(document, operation);
  const as = operation['x-filters']?.as;
  // What is asked as another list is has its filters, and is no list itself.
  const asked = as ? operations(document).find((each) => each.operationId === as) : operation;
  const { ids = true, ranges, states, custom } = asked['x-filters'] ?? {};
  if (!ranges) return;
  if (as && custom) operation['x-filters'].custom = true;
  if (custom) operation.description = `${operation.description}\n\n${CUSTOM}`;
  const row = rowOf(document, asked);
  const list = (items) => ({ type: 'array', items, maxItems: 200 });
  const more = [
    ...(ids
      ? [
          {
            name: 'ids',
            description: 'Only these records (up to 200, separated by commas).',
            schema: list({ type: 'string', format: 'uuid' }),
          },
        ]
      : []),
    ...Object.entries(states).map(([name, schema]) => ({
      name,
      description: `Only records whose \`${name}\` is one of these, separated by commas.`,
      schema: list({ $ref: `#/components/schemas/${schema}` }),
    })),
    ...ranges.flatMap((name) => {
      const { type, format } = row[name];
      const plain = [type].flat().find((each) => each !== 'null');
      return [
        ['from', 'this or later'],
        ['to', 'this or earlier'],
      ].map(([end, words]) => ({
        name: `${name}_${end}`,
        description: `Only records whose \`${name}\` is ${/cents$/.test(name) ? words.replace('later', 'more').replace('earlier', 'less') : words}.`,
        schema: { type: plain, format },
      }));
    }),
  ];
  operation.parameters = [
    ...operation.parameters,
    ...more.map((each) => ({
      ...each,
      in: 'query',
      ...(each.schema.type === 'array' ? { style: 'form', explode: false } : {}),
      'x-platform': true,
      'x-filter': true,
    })),
  ];
}

/** Every list has the shape of a page, so that one that is short today can get pages without a break. */
function paged(document, operation) {
  const page = deref(document, operation.responses['200'])?.content?.['application/json']?.schema;
  const schema = page && deref(document, page);
  if (schema?.properties?.data?.type !== 'array' || schema.properties.next_cursor) return;
  schema.properties.next_cursor = {
    type: ['string', 'null'],
    description: 'Null: all rows are here.',
    example: null,
  };
  for (const each of operations(document))
    for (const answer of Object.values(each.responses)) {
      const media = deref(document, answer).content?.['application/json'];
      if (media?.example && deref(document, media.schema) === schema)
        media.example = { next_cursor: null, ...media.example };
    }
}

/** The fields of a row of a list. */
export function rowOf(document, operation) {
  const page = deref(document, operation.responses['200'])?.content?.['application/json']?.schema;
  const data = page && whole(document, page).properties?.data;
  return data ? whole(document, data.items).properties : {};
}

/** Every JSON that is read carries a tag, and is not sent again to who has it. */
function tagged(document, operation) {
  const { responses } = operation;
  const answer = deref(document, responses['200']);
  const file = answer?.content?.['application/pdf'];
  if (!answer?.content?.['application/json'] && !file) return;
  if (file) answer.headers = { ...answer.headers, 'Content-Disposition': reference('ContentDisposition') };
  answer.headers = { ...answer.headers, ETag: reference('ReadETag') };
  responses['304'] = { $ref: '#/components/responses/NotModified' };
  // Last: the Java interfaces leave it out (`x-platform`), because JsonAnswers compares tags for all of them.
  operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IfNoneMatch' }];
}

/** What only a person may call takes no key, and says so where clients look for it. */
function forPeople(operation) {
  operation.security = [{ bearer: [] }];
  operation.responses[403] ??= { $ref: '#/components/responses/Forbidden' };
  operation['x-problems'] = [...(operation['x-problems'] ?? []), 'people_only'];
}

/** An edit is a merge patch (RFC 7396), and may say so. */
function mergePatch(operation) {
  const content = operation.requestBody?.content;
  if (content?.['application/json'])
    content['application/merge-patch+json'] = { ...content['application/json'] };
}

/** What is made has an address, when it can be read or changed by its id. */
function located(document, path, operation) {
  const made = operation.responses['201'];
  const schema = made?.content?.['application/json']?.schema;
  if (schema && document.paths[`${path}/{id}`] && whole(document, schema).properties?.id)
    operation['x-location'] = true;
}

/** An action on a record with a version, its end, and what is put by the key of another system may name the version that they are based on; edits must. */
function guarded(document, path, operation) {
  const put = document.paths[path].put === operation ? operation : undefined;
  const written = writtenById(document, { path });
  if (!put && !written) return;
  const schema = put ? answered(document, put) : written;
  if (!schema || !whole(document, schema).properties?.version) return;
  if (document.paths[path].post === operation) again(operation);
  if (operation.parameters?.some((each) => each.$ref?.endsWith('/IfMatch'))) return;
  operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IfMatch' }];
  operation.responses[412] ??= { $ref: '#/components/responses/Stale' };
  if (put)
    operation.description = `${operation.description}\n\nWith \`If-Match\` the record has to be there, and at that version: else 412, and none is made.`;
}

const answered = (document, operation) =>
  deref(document, operation?.responses['200'])?.content?.['application/json']?.schema;

/** The schema of the record that a write by id, a step included, is about: as it is read, or as its list shows it. */
export function writtenById(document, { path }) {
  const record = path.match(/^(.*\/\{id\})(\/[a-z-]+)?$/)?.[1];
  // What is put into a collection of the record's is made, not changed.
  if (!record || (record !== path && document.paths[path].get)) return undefined;
  const { get, patch } = document.paths[record] ?? {};
  const read = answered(document, get ?? patch);
  if (read) return read;
  const list = answered(document, document.paths[record.replace(/\/\{id\}$/, '')]?.get);
  return list && deref(document, whole(document, list).properties?.data)?.items;
}

/** A step that leads where the record is already is no fault, unless `x-again` says what it does each time. */
function again(operation) {
  const why = operation['x-again'];
  operation.description = `${operation.description}\n\n${why ?? 'When it is so already: 200 with the record as it is, and nothing is done.'}`;
}

/** Every POST may be repeated with its key, unless `x-idempotency` says why not, or why none is needed; of strangers none is kept. */
function repeatable(operation) {
  const { refused, safe } = operation['x-idempotency'] ?? {};
  if (refused) {
    operation.description = `${operation.description}\n\nTakes no \`Idempotency-Key\` (400): ${refused}`;
    return;
  }
  if (operation['x-permission'] === 'public' && !safe) return;
  operation.parameters = [
    ...(operation.parameters ?? []),
    { $ref: '#/components/parameters/IdempotencyKey' },
  ];
  if (safe) {
    operation.description = `${operation.description}\n\nMay be repeated at will: ${safe}`;
    return;
  }
  operation.responses[409] ??= { $ref: '#/components/responses/Conflict' };
  operation.responses[422] ??= { $ref: UNPROCESSABLE };
}

/** The headers that answers of a kind have. */
function headers(document) {
  const add = (answer, more) => {
    answer.headers = { ...answer.headers, ...more };
  };
  for (const [name, answer] of Object.entries(document.components.responses)) {
    add(answer, { 'X-Request-Id': reference('RequestId'), 'Pulso-Version': reference('PulsoVersion') });
    if (name === 'Conflict' || name === 'Failure') add(answer, { 'Retry-After': reference('RetryAfter') });
    if (name !== 'Failure' && name !== 'NotModified') continue;
    add(answer, LIMITS);
  }
  for (const operation of operations(document)) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (answer.$ref || !/^[23]/.test(status)) continue;
      add(answer, { 'X-Request-Id': reference('RequestId'), 'Pulso-Version': reference('PulsoVersion') });
      if (operation['x-permission'] !== 'public') add(answer, LIMITS);
      if (operation.method === 'post' && operation.responses[422]?.$ref === UNPROCESSABLE)
        add(answer, { 'Idempotent-Replayed': reference('IdempotentReplayed') });
      if ([operation, ...operation.parameters].some((each) => each['x-sunset']))
        add(answer, { Deprecation: reference('Deprecation'), Sunset: reference('Sunset') });
      if (status === '201' && operation['x-location']) add(answer, { Location: reference('Location') });
    }
  }
}

/** `default` last, as people read it. */
function inOrder(responses) {
  const { default: rest, ...byStatus } = responses;
  return { ...byStatus, ...(rest ? { default: rest } : {}) };
}
