// Requests for an operation of the contract: as it says, and in every way that it does not.
import { deref, parameters } from '../document.mjs';

const RAW_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e999',
  '{"a":1,"a":2}',
  '{"version":1}{',
  '\ufeff{}',
  '{'.repeat(3000),
  '['.repeat(3000),
  `{"version":${'9'.repeat(400)}}`,
];
const ODD_HEADERS = {
  'If-Match': ['', '*', '"', '"-1"', '"99999999999"', 'W/"0"', '"0", "1"', '0', 'é', 'x'.repeat(3000)],
  'If-None-Match': ['', '*', '"', 'W/', '"x", ', ',,,', 'é', `"${'x'.repeat(3000)}"`],
  'Idempotency-Key': ['', ' ', 'é', 'k'.repeat(201), 'k'.repeat(3000), '"x"'],
  'X-Request-Id': ['', 'x'.repeat(3000), '<a>', 'é'],
  Accept: ['', 'text/html', 'application/xml', '*/*;q=0', 'junk', 'application/json;q=2'],
  'Content-Type': [
    'text/plain',
    'application/xml',
    'application/json; charset=utf-16',
    'junk',
    'multipart/form-data',
    '',
  ],
  'Accept-Language': ['', 'x'.repeat(2000), 'pt-BR;q=é'],
  Authorization: [
    '',
    'Bearer',
    'Bearer ',
    'Bearer x.y.z',
    'Basic YTpi',
    'bearer é',
    `Bearer ${'a'.repeat(3000)}`,
  ],
  Cookie: ['', ';;;', 'pulso_refresh=', 'pulso_refresh=x; pulso_refresh=y', 'a='.repeat(500)],
};
const RAW_PATHS = [
  '%zz',
  '%',
  '%00',
  '%2F',
  'a%0d%0ab',
  '..;',
  '%ff%fe',
  '%F0%9F%9A%80',
  'x'.repeat(1500),
  '|',
  '"',
];
const RAW_QUERIES = [
  'x=%zz',
  '=',
  '&&&',
  'limit',
  'limit=',
  'limit=1&limit=2',
  'sort=name&sort=-name',
  '%00=1',
  'q=%00',
  'q=%ff',
  'q[]=1',
  `q=${'a'.repeat(3000)}`,
  'nope=1',
];
const CURSORS = [
  'x',
  '',
  'bnVsbA',
  'W10',
  'WyJhIl0',
  'W251bGwsbnVsbCxudWxsXQ',
  btoa('["-created_at","x","y"]'),
  btoa('["name","a\\u0000","01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21"]'),
  'a'.repeat(501),
  '%%%',
];

export function requests(document, random, values, pool) {
  function path(operation, wild) {
    return operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => {
      if (wild && random.chance(0.5))
        return random.chance(0.5) ? random.pick(RAW_PATHS) : encode(values.oddId()) || 'x';
      const parameter = parameters(document, operation).find(
        (each) => each.in === 'path' && each.name === name,
      );
      if (name === 'name') return random.chance(0.8) ? 'invoice-run' : 'no-such-job';
      if (deref(document, parameter.schema).format === 'uuid') return pool.idOf(operation.path, random);
      // Without it the path would be another one.
      return encode(String(values.allowed(parameter.schema, name))) || 'x';
    });
  }

  function query(operation, wild) {
    const pairs = [];
    const sent = [];
    for (const parameter of parameters(document, operation).filter((each) => each.in === 'query')) {
      if (!parameter.required && !random.chance(wild ? 0.4 : 0.25)) continue;
      const value =
        parameter.name === 'cursor'
          ? random.pick(CURSORS)
          : wild && random.chance(0.5)
            ? values.odd(parameter.schema)
            : values.allowed(parameter.schema, parameter.name);
      sent.push({ schema: parameter.schema, name: parameter.name, value });
      for (const each of [value ?? ''].flat())
        pairs.push(`${encode(parameter.name)}=${encode(String(each?.constructor === Object ? '{}' : each))}`);
    }
    if (wild && random.chance(0.4)) pairs.push(random.pick(RAW_QUERIES));
    return { text: pairs.length ? `?${pairs.join('&')}` : '', sent };
  }

  function headers(operation, wild) {
    const result = {};
    const known = parameters(document, operation).filter((each) => each.in === 'header');
    for (const parameter of known) {
      if (parameter.name === 'If-Match') {
        if (random.chance(0.6)) result['If-Match'] = random.pick(['*', '"0"', '"1"']);
      } else if (parameter.name === 'If-None-Match') {
        if (random.chance(0.2))
          result['If-None-Match'] = random.pick(['*', '"0"', 'W/"0123456789abcdef"', '"0", "1"']);
      } else if (random.chance(0.3))
        result[parameter.name] = String(values.allowed(parameter.schema)).replaceAll(/[^\x20-\x7e]/g, 'x');
    }
    if (wild) {
      const name = random.pick(Object.keys(ODD_HEADERS));
      result[name] = Buffer.from(random.pick(ODD_HEADERS[name]), 'utf8').toString('latin1');
    }
    return result;
  }

  /** JSON as this language writes it escapes lone surrogates; raw NULs and halves of characters go out as they are. */
  function body(operation, wild) {
    const content = deref(document, operation.requestBody)?.content;
    if (!content) return {};
    const [type, media] = Object.entries(content)[0];
    const start =
      random.chance(0.3) && media.example ? withRecords(media.example) : values.allowed(media.schema);
    const value = wild ? values.spoilt(start, media.schema) : start;
    if (type === 'multipart/form-data') return { type, form: form(value, wild) };
    if (wild && random.chance(0.2)) return { type, raw: random.pick(RAW_BODIES) };
    return { type, value, schema: media.schema };
  }

  /** Examples name records that do not exist here. */
  function withRecords(value, field = '') {
    if (Array.isArray(value)) return value.map((each) => withRecords(each, field));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withRecords(each, name)]));
    }
    return /_id$/.test(field) && /^[0-9a-f-]{36}$/.test(value) ? pool.id(field, random) : value;
  }

  function form(value, wild) {
    const fields = value && typeof value === 'object' && !Array.isArray(value) ? value : {};
    return Object.entries(fields).map(([name, each]) => {
      if (name !== 'file') return { name, text: typeof each === 'string' ? each : JSON.stringify(each) };
      const rows = wild
        ? [values.oddText(), 'a;b\n1', '\u0000', '"', 'a,b\n"1', `h\n${'x'.repeat(70_000)}`]
        : ['title;amount\nSite;1.890,00\n'];
      return { name, text: random.pick(rows), file: random.pick(['a.csv', '', '../x', 'é.csv']) };
    });
  }

  // The server's own limit is 64 KiB; what is longer never reaches the product.
  const encode = (text) => encodeURIComponent(text.toWellFormed().slice(0, 20_000));

  /** One request. `way` says what is odd about it; nothing is when it is `plain`. */
  return function request(operation, way) {
    const given = {
      method: operation.method.toUpperCase(),
      headers: headers(operation, way === 'headers'),
      ...body(operation, way === 'body'),
    };
    const { text, sent } = query(operation, way === 'query');
    return { ...given, path: path(operation, way === 'path') + text, sent };
  };
}
