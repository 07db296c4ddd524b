// What the sources need not repeat: descriptions and examples of fields (glossary.yaml), the unit of money and the zone of
// dates, and from these a whole example for every body. What nobody says anywhere is a complaint.
import { createHash } from 'node:crypto';
import { bodies, deref, operations } from './document.mjs';

const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const DATE = '2026-11-30';
const INSTANT = '2026-11-30T14:25:00Z';
/** Names of one thing by its roles, so that ids in examples agree. */
const SAME = {
  owner: 'user',
  account_manager: 'user',
  actor: 'user',
  user: 'user',
  created_by: 'user',
  crm_deal: 'deal',
  board_stage: 'stage',
  profile: 'user',
};

/** Always the same UUIDv7 for a kind of record. */
function exampleId(kind) {
  const hex = createHash('sha256')
    .update(SAME[kind] ?? kind)
    .digest('hex');
  return `01939f6c-7a3e-7${hex.slice(0, 3)}-9${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

const snake = (name) => name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
const types = (schema) => [schema.type ?? []].flat();
const nullable = (schema) => types(schema).includes('null');

export function describe(document, glossary) {
  const complaints = [];
  const schemas = document.components.schemas;
  const fields = glossary.fields ?? {};

  /** `Deal.title` also speaks for DealCreate and DealPatch; the longest name wins. */
  function term(owner, field, what) {
    for (let name = owner; name; name = name.replace(/(^|[A-Z])[^A-Z]*$/, '')) {
      const found = own(fields, `${name}.${field}`)?.[what];
      if (found !== undefined) return found;
    }
    return own(fields, field)?.[what];
  }

  function describeField(owner, field, schema) {
    if (/(^|_)(quantity|unit_price)$/.test(field) && !deref(document, schema)['x-decimal'])
      complaints.push(`${owner}.${field}: unit prices and quantities are a DecimalString`);
    if (!schema.$ref) {
      schema.description ??= term(owner, field, 'description');
      const text = schema.description ?? '';
      if (schema.format === 'date' && !/zone/.test(text))
        schema.description = `${text} (A day in the tenant's zone.)`;
      if (schema.format === 'date-time' && !/UTC/.test(text))
        schema.description = `${text} (An instant, in UTC.)`;
      if (/_cents$/.test(field) && !/minor unit/i.test(text))
        schema.description = `${text} (In minor units of the currency.)`;
      if (!schema.description?.trim() || !text.trim())
        complaints.push(`${owner}.${field}: say what it is, here or in openapi/glossary.yaml`);
      // An amount with what it is compared with is an object whose own fields are looked at.
      if (
        /_cents$/.test(field) &&
        !schema.allOf &&
        (!types(schema).includes('integer') || schema.format !== 'int64')
      )
        complaints.push(`${owner}.${field}: money is whole cents, an int64`);
      if (/(amount|price|cost|revenue|total)$/.test(field) && types(schema).includes('number'))
        complaints.push(`${owner}.${field}: money is whole cents in a field named *_cents`);
      const example = schema.example ?? term(owner, field, 'example');
      if (example !== undefined && !(example === null && !nullable(schema))) schema.example = example;
    }
    enumeration(`${owner}.${field}`, schema);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) describeField(owner, name, inner);
    if (schema.items && !schema.items.$ref)
      for (const [name, inner] of Object.entries(schema.items.properties ?? {}))
        describeField(owner, name, inner);
  }

  /** Every value of an enumeration is explained; a sort order explains itself. */
  function enumeration(where, schema) {
    if (!schema.enum || where.endsWith('.sort')) return;
    const missing = schema.enum.filter(
      (value) => value !== null && !schema.description?.includes(String(value)),
    );
    if (missing.length) complaints.push(`${where}: the description explains no ${missing.join(', ')}`);
  }

  for (const [name, schema] of Object.entries(schemas)) {
    if (!schema.description) complaints.push(`${name}: say what it is`);
    enumeration(name, schema);
    for (const part of [schema, ...(schema.allOf ?? [])])
      for (const [field, inner] of Object.entries(part.properties ?? {})) describeField(name, field, inner);
  }

  /** A value that the schema allows, made of the examples of its fields. `path` ends a recursion. */
  function compose(schema, owner, field, path = []) {
    const named = field && term(owner, field, 'example');
    if (named !== undefined && schema.$ref) return named;
    if (schema.$ref) {
      const name = schema.$ref.split('/').pop();
      if (path.includes(name)) return null;
      return compose(deref(document, schema), name, undefined, [...path, name]);
    }
    if (schema.example !== undefined) return schema.example;
    if (schema.const !== undefined) return schema.const;
    if (schema.default !== undefined) return schema.default;
    if (schema.enum) return schema.enum.find((value) => value !== null);
    const choice = (schema.anyOf ?? schema.oneOf)?.find((each) => each.type !== 'null');
    if (choice) return compose(choice, owner, field, path);
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((each) => compose(each, owner, field, path)));
    switch (types(schema).find((type) => type !== 'null')) {
      case 'object':
        if (!schema.properties) break;
        return composeObject(schema, owner, path);
      case 'array': {
        const item = compose(schema.items, owner, field, path);
        return item === null ? [] : [item];
      }
      case 'boolean':
        return true;
      case 'integer':
        return schema.minimum ?? 1;
      case 'number':
        return schema.minimum ?? 1;
      case 'string':
        if (schema.format === 'uuid')
          return exampleId(
            !field || field === 'id'
              ? snake(owner ?? 'record').replace(/_summary$/, '')
              : field.replace(/_id$/, ''),
          );
        if (schema.format === 'date') return DATE;
        if (schema.format === 'date-time') return INSTANT;
    }
    complaints.push(
      `${owner}.${field ?? ''}: its type does not tell an example; give one here or in openapi/glossary.yaml`,
    );
    return null;
  }

  function composeObject(schema, owner, path) {
    const patch = /Patch$/.test(owner ?? '');
    let entries = Object.entries(schema.properties);
    // A merge patch names what changes, not everything.
    if (patch)
      entries = [
        ...entries.filter(([name]) => name !== 'version').slice(0, 2),
        ['version', schema.properties.version],
      ].filter(([, inner]) => inner);
    return Object.fromEntries(entries.map(([name, inner]) => [name, compose(inner, owner, name, path)]));
  }

  for (const operation of operations(document)) {
    for (const { content, where } of bodies(document, operation)) {
      for (const [type, body] of Object.entries(content)) {
        if (body.example !== undefined || body.examples || !/json/.test(type)) continue;
        body.example = compose(body.schema, operation.operationId, undefined);
        if (body.example === null) complaints.push(`${operation.operationId}: ${where} has no example`);
      }
    }
  }
  return complaints;
}
