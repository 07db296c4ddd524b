// Whether a client of the published contract (openapi/published.json) goes on working with the present one.
//   node compatibility.mjs            fails when the present bundle breaks what was published, and says what and where
//   node compatibility.mjs --publish  makes the present bundle the published one: on purpose, with the reason in the commit
// What counts as a break is told to people in docs/api/compatibility.md; the two must agree.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deref, operations, parameters, whole } from './document.mjs';

const PUBLISHED = new URL('../published.json', import.meta.url);
const PRESENT = new URL('../dist/openapi.json', import.meta.url);
/** What no program depends on. */
const WORDS = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'tags',
  'x-problems',
  'x-violations',
]);
const NARROWER = {
  maxLength: (was, is) => is < was,
  maxItems: (was, is) => is < was,
  maximum: (was, is) => is < was,
  minLength: (was, is) => is > was,
  minItems: (was, is) => is > was,
  minimum: (was, is) => is > was,
  multipleOf: (was, is) => was % is !== 0,
  pattern: (was, is) => was !== is,
  format: (was, is) => was !== is,
};

const types = (schema) => [schema?.type ?? []].flat();
const values = (schema) => schema?.enum?.filter((value) => value !== null);

/** Every way in which `present` breaks a client that was made for `published`; one line each. */
export function breaks(published, present, today = new Date().toISOString().slice(0, 10)) {
  const found = [];
  const now = new Map(operations(present).map((each) => [`${each.method} ${each.path}`, each]));
  for (const was of operations(published)) {
    const is = now.get(`${was.method} ${was.path}`);
    const at = `${was.method.toUpperCase()} ${was.path}`;
    if (!is) {
      if (!(was.deprecated && was['x-sunset'] <= today)) found.push(`${at} is gone`);
      continue;
    }
    const say = (what) => found.push(`${at}: ${what}`);
    if (is.operationId !== was.operationId)
      say(`is called ${is.operationId} and no longer ${was.operationId}`);
    if (`${is['x-permission']}` !== `${was['x-permission']}`)
      say(`wants ${is['x-permission']} instead of ${was['x-permission']}`);
    takes(say, parameters(published, was), parameters(present, is));
    sent(say, deref(published, was.requestBody), deref(present, is.requestBody));
    answered(say, was, is);
  }
  for (const [registry, what] of [
    ['x-problems', 'the problem type'],
    ['x-violations', 'the violation code'],
  ]) {
    for (const name of Object.keys(published[registry] ?? {}))
      if (!Object.hasOwn(present[registry] ?? {}, name)) found.push(`${what} ${name} is gone`);
  }
  return [...new Set(found)];

  function takes(say, was, is) {
    const same = (a) => (b) => a.in === b.in && a.name.toLowerCase() === b.name.toLowerCase();
    for (const old of was) {
      const kept = is.find(same(old));
      if (!kept) {
        say(`takes no ${old.in} parameter ${old.name} any more`);
        continue;
      }
      if (kept.required && !old.required) say(`parameter ${old.name} is required now`);
      // What took one value and takes several, separated by commas, takes one as before.
      const several = kept.explode === false && deref(present, kept.schema).type === 'array';
      const schema =
        several && deref(published, old.schema).type !== 'array' ? kept.schema.items : kept.schema;
      request((what) => say(`parameter ${old.name} ${what}`), old.schema, schema, new Set());
    }
    for (const added of is.filter((each) => each.required && !was.some(same(each))))
      say(`parameter ${added.name} is new and required`);
  }

  function sent(say, was, is) {
    if (!is) {
      if (was) say('takes no body any more');
      return;
    }
    if (is.required && !was?.required) say('wants a body now');
    for (const [type, media] of Object.entries(was?.content ?? {})) {
      if (!is.content[type]) say(`takes no ${type} any more`);
      else
        request(
          (what) => say(`the body${what.startsWith('.') ? what : ` ${what}`}`),
          media.schema,
          is.content[type].schema,
          new Set(),
        );
    }
  }

  function answered(say, was, is) {
    for (const [status, answer] of Object.entries(was.responses).filter(([code]) => /^[23]/.test(code))) {
      const before = deref(published, answer);
      const after = deref(present, is.responses[status]);
      if (!after) {
        say(`does not answer ${status} any more`);
        continue;
      }
      for (const header of Object.keys(before.headers ?? {}))
        if (!after.headers?.[header]) say(`${status} has no header ${header} any more`);
      for (const [type, media] of Object.entries(before.content ?? {})) {
        if (!after.content?.[type]) say(`${status} is no ${type} any more`);
        else
          reply(
            (what) => say(`the answer${what.startsWith('.') ? what : ` ${what}`}`),
            media.schema,
            after.content[type].schema,
            new Set(),
          );
      }
    }
  }

  /** What was sent must be taken as before. */
  function request(say, was, is, path) {
    both(say, was, is, path, request, (before, after) => {
      for (const type of types(before).filter((each) => !types(after).includes(each)))
        if (types(after).length && !(type === 'integer' && types(after).includes('number')))
          say(`may not be ${type} any more`);
      const lost = (values(before) ?? []).filter((value) => values(after) && !values(after).includes(value));
      if (values(after) && !values(before)) say(`takes only ${values(after).join(', ')} now`);
      else if (lost.length) say(`takes no ${lost.join(', ')} any more`);
      for (const [rule, narrower] of Object.entries(NARROWER))
        if (after[rule] !== undefined && (before[rule] === undefined || narrower(before[rule], after[rule])))
          say(`has a narrower ${rule}: ${after[rule]}`);
      for (const name of after.required ?? [])
        if (!before.required?.includes(name)) say(`.${name} is required now`);
      for (const name of Object.keys(before.properties ?? {}))
        if (after.properties && !after.properties[name]) say(`.${name} is not taken any more`);
    });
  }

  /** What was answered must still be there, and of the same kind. */
  function reply(say, was, is, path) {
    both(say, was, is, path, reply, (before, after) => {
      for (const type of types(after).filter((each) => !types(before).includes(each)))
        if (types(before).length && !(type === 'integer' && types(before).includes('number')))
          say(`may be ${type} now`);
      const known = values(before);
      const added = (values(after) ?? []).filter((value) => known && !known.includes(value));
      if (added.length) say(`may be ${added.join(', ')} now, which the closed enumeration did not know`);
      if (before.format !== after.format) say(`has the format ${after.format}`);
      for (const name of before.required ?? [])
        if (after.properties?.[name] && !after.required?.includes(name)) say(`.${name} may be absent now`);
      for (const name of Object.keys(before.properties ?? {}))
        if (!after.properties?.[name]) say(`.${name} is gone`);
    });
  }

  /** Goes down both schemas at once, as far as both have the same parts. */
  function both(say, was, is, path, again, compare) {
    const pair = `${was?.$ref ?? ''} ${is?.$ref ?? ''}`;
    if (was?.$ref && path.has(pair)) return;
    const before = whole(published, was) ?? {};
    const after = whole(present, is) ?? {};
    const on = was?.$ref ? new Set([...path, pair]) : path;
    compare(before, after);
    for (const [name, inner] of Object.entries(before.properties ?? {})) {
      const next = after.properties?.[name];
      if (next) again((what) => say(`.${name}${what.startsWith('.') ? what : ` ${what}`}`), inner, next, on);
    }
    if (before.items && after.items)
      again((what) => say(`[]${what.startsWith('.') ? what : ` ${what}`}`), before.items, after.items, on);
  }
}

/** Without words and examples, which may change at will. */
function bare(node) {
  if (Array.isArray(node)) return node.map(bare);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(WORDS.has(key) && (typeof value !== 'object' || key.startsWith('example'))))
      .map(([key, value]) => [key, /^x-(problems|violations)$/.test(key) ? names(value) : bare(value)]),
  );
}
const names = (registry) =>
  Array.isArray(registry) ? registry : Object.fromEntries(Object.keys(registry).map((name) => [name, {}]));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const present = JSON.parse(readFileSync(PRESENT, 'utf8'));
  if (process.argv.includes('--publish')) {
    writeFileSync(PUBLISHED, `${JSON.stringify(bare(present), null, 1)}\n`);
    console.log('published: openapi/published.json');
  } else {
    const found = breaks(JSON.parse(readFileSync(PUBLISHED, 'utf8')), present);
    if (found.length) {
      console.error(
        `The contract breaks what was published (docs/api/compatibility.md):\n${found.map((each) => `  ${each}`).join('\n')}\n` +
          'Keep the old way beside the new one and mark it deprecated; a break on purpose is published by `make contract-publish`.',
      );
      process.exit(1);
    }
    console.log('contract: nothing that was published breaks');
  }
}
