// Values for the schemas of the contract: what they allow, at its edges too, and what they forbid.
import { deref } from '../document.mjs';
import { ONE_LINE } from '../texts.mjs';

const LONE_SURROGATE = '\ud800';
/** Texts that have broken somebody's program before. All of them are JSON strings; some no database can hold. */
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  LONE_SURROGATE,
  `x${LONE_SURROGATE}y`,
  '\u202e\u200b\ufeff',
  'Ação çãõ ÀÉÎ ß ﬀ İ ı',
  '👩‍👩‍👧‍👦🇧🇷',
  '\u001b[31m\r\n\t',
  "'; drop table deals; --",
  '%_\\%',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'null',
  'NaN',
  '0',
  'e\u0301'.repeat(40),
];
const ODD_LINES = ODD_TEXTS.filter((text) => new RegExp(ONE_LINE).test(text));
const ODD_NUMBERS = [
  0, -0, -1, 1.5, 1e-9, 2147483647, 2147483648, -2147483649, 9007199254740992, 1e19, -1e19, 1e300,
];
const ODD_DATES = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-0044-03-15',
  '2026-02-29',
  '2026-02-30',
  '2024-02-29',
  '2026-13-01',
  '2026-1-1',
  '26-01-01',
  '2026-11-30T00:00:00Z',
  '20261130',
  '1582-10-10',
  '+999999999-12-31',
];
const ODD_INSTANTS = [
  '2026-11-30',
  '2026-11-30T25:00:00Z',
  '2026-11-30T12:00:00',
  '2026-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '+1000000000-12-31T23:59:59.999999999Z',
  '2026-11-30T12:00:00.123456789123Z',
];
const ODD_IDS = [
  '',
  '1',
  '0',
  'me',
  '00000000-0000-0000-0000-000000000000',
  '1-1-1-1-1',
  'ffffffff-ffff-ffff-ffff-fffffffffffff',
];
const OF_OTHER_TYPES = [null, true, 0, -1, 1.5, '', 'x', [], [[]], {}, { a: 1 }, [null]];

const types = (schema) => [schema.type ?? []].flat();

export function values(document, random, pool) {
  const resolve = (schema) => deref(document, schema);

  /** A value that the schema allows; `field` says which records an id may be of. */
  function allowed(given, field = '', depth = 0) {
    const schema = resolve(given);
    if (types(schema).includes('null') && random.chance(0.15)) return null;
    if (schema.enum) return random.pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return allowed(random.pick(choices), field, depth);
    if (schema.example !== undefined && random.chance(0.4)) return schema.example;
    switch (types(schema).find((type) => type !== 'null')) {
      case 'object':
        return object(schema, depth);
      case 'array': {
        const low = schema.minItems ?? 0;
        const count = random.int(low, Math.max(low, Math.min(schema.maxItems ?? 3, 3)));
        return Array.from({ length: count }, () => allowed(schema.items ?? {}, field, depth + 1));
      }
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
      case 'number':
        return number(schema);
      case 'string':
        return text(schema, field);
      default:
        return null;
    }
  }

  function object(schema, depth) {
    const result = {};
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const required = schema.required?.includes(name);
      if (required || (depth < 4 && random.chance(0.5))) result[name] = allowed(inner, name, depth + 1);
    }
    return result;
  }

  function number(schema) {
    const wide = schema.format === 'int32' ? 2147483647 : Number.MAX_SAFE_INTEGER;
    const low =
      schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : -wide);
    const high = schema.maximum ?? wide;
    if (random.chance(0.5)) return random.int(Math.max(low, 0), Math.min(high, 100_000));
    return random.pick([low, high, low + 1, high - 1]);
  }

  function text(schema, field) {
    if (schema.format === 'uuid') return pool.id(field, random);
    if (schema.format === 'date') {
      const pad = (n) => String(n).padStart(2, '0');
      if (random.chance(0.2)) return random.pick(['0001-01-01', '9999-12-31', '2024-02-29', '1900-01-01']);
      return `${random.int(2020, 2030)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
    }
    if (schema.format === 'date-time') return `20${random.int(20, 30)}-11-30T12:00:00Z`;
    if (schema.pattern && schema.pattern !== ONE_LINE)
      return schema.example ?? random.pick(['a', 'BRL', 'abc-def', '2026']);
    const low = schema.minLength ?? 0;
    const high = schema.maxLength ?? 2000;
    const length = random.pick([low, high, Math.max(low, Math.min(high, random.int(1, 30)))]);
    const odd = random.chance(0.3)
      ? random.pick(schema.pattern ? ODD_LINES : ODD_TEXTS)
      : `x${random.int(0, 1e6)} ação `;
    let result = odd;
    while ([...result].length < length) result += random.pick(['a', 'Z', 'é', '1', ' ', '🚀']);
    return [...result].slice(0, Math.max(low, length)).join('');
  }

  /** Something in the place of a value that its schema most likely forbids. */
  function odd(given) {
    const schema = resolve(given ?? {});
    const kind = types(schema).find((type) => type !== 'null');
    const pools = [OF_OTHER_TYPES];
    if (kind === 'integer' || kind === 'number') {
      pools.push(
        ODD_NUMBERS,
        ODD_NUMBERS,
        [schema.minimum ?? 0, schema.maximum ?? 0].flatMap((n) => [n - 1, n + 1]),
      );
    } else if (kind === 'string' || schema.enum) {
      if (schema.format === 'uuid') pools.push(ODD_IDS, [random.uuid()]);
      else if (schema.format === 'date') pools.push(ODD_DATES, ODD_DATES);
      else if (schema.format === 'date-time') pools.push(ODD_INSTANTS);
      else
        pools.push(ODD_TEXTS, ODD_TEXTS, ['y'.repeat((schema.maxLength ?? 10_000) + 1), 'z'.repeat(200_000)]);
    } else if (kind === 'array') {
      pools.push([Array(schema.maxItems ? schema.maxItems + 1 : 2000).fill(allowed(schema.items ?? {}))]);
    }
    return random.pick(random.pick(pools));
  }

  /** The paths of all values inside one. */
  function places(value, schema, path = []) {
    const here = resolve(schema ?? {});
    const found = [{ path, schema: here }];
    if (Array.isArray(value))
      found.push(...value.flatMap((each, i) => places(each, here.items, [...path, i])));
    else if (value && typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) {
        found.push(...places(each, here.properties?.[name], [...path, name]));
      }
    }
    return found;
  }

  /** The value with one place of it spoilt: replaced, removed, or joined by a field that nobody knows. */
  function spoilt(value, schema) {
    const copy = structuredClone(value);
    const place = random.pick(places(copy, schema));
    if (place.path.length === 0)
      return random.chance(0.3)
        ? odd(schema)
        : { ...copy, [random.pick(['nope', '__proto__x', '', 'ID'])]: 1 };
    const parent = place.path.slice(0, -1).reduce((at, key) => at[key], copy);
    const key = place.path.at(-1);
    if (random.chance(0.15) && !Array.isArray(parent)) delete parent[key];
    else parent[key] = odd(place.schema);
    return copy;
  }

  return { allowed, odd, spoilt, oddText: () => random.pick(ODD_TEXTS), oddId: () => random.pick(ODD_IDS) };
}
