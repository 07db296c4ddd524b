// What holds for every answer, and therefore is not repeated in the sources:
//   complete(document)  every property of an answer is there, be it null; absence needs a reason (`x-absent`)
//   sparse(document)    the same without that, for the fixtures of the web app's tests
//   open(document)      the contract as others read it: answers may get more fields and more values, requests may not
import { deref, operations, parameters, whole } from './document.mjs';

const SCHEMA = '#/components/schemas/';

/** The schemas that can be reached from these places, by name. */
function reached(document, roots) {
  const names = new Set();
  const go = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.$ref === 'string') {
      const name = node.$ref.startsWith(SCHEMA) && node.$ref.slice(SCHEMA.length);
      if (name && names.has(name)) return;
      if (name) names.add(name);
      go(deref(document, node));
      return;
    }
    for (const [key, inner] of Object.entries(node)) if (key !== 'example' && key !== 'examples') go(inner);
  };
  roots.forEach(go);
  return names;
}

const sent = (document) =>
  reached(
    document,
    operations(document).flatMap((operation) => [operation.requestBody, ...parameters(document, operation)]),
  );
const answered = (document) =>
  reached(
    document,
    operations(document).flatMap((operation) => Object.values(operation.responses)),
  );

/** The objects of a schema, its own and those inside. */
function objects(schema, found = []) {
  if (schema === null || typeof schema !== 'object' || schema.$ref) return found;
  if (schema.properties) found.push(schema);
  for (const part of [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...Object.values(schema.properties ?? {}),
    schema.items,
  ])
    if (part) objects(part, found);
  return found;
}

/** The contract as its sources write it: what `complete` added is optional again. */
export function sparse(document) {
  const copy = structuredClone(document);
  for (const schema of Object.values(copy.components.schemas))
    for (const object of objects(schema))
      if (object['x-completed'])
        object.required = object.required.filter((field) => !object['x-completed'].includes(field));
  return copy;
}

export function complete(document) {
  const asked = sent(document);
  for (const name of answered(document)) {
    if (asked.has(name)) continue;
    for (const object of objects(document.components.schemas[name])) {
      const there = Object.keys(object.properties).filter((field) => !object.properties[field]['x-absent']);
      const added = there.filter((field) => !object.required?.includes(field));
      object.required = there;
      if (added.length) object['x-completed'] = added;
    }
  }
  return document;
}

/** A new document; what both requests and answers use gets a closed twin, named ...Input, for the requests. */
export function open(closed) {
  const document = structuredClone(closed);
  const { schemas } = document.components;
  const asked = sent(document);
  const told = answered(document);
  const changes = (name) => schemas[name].enum || objects(schemas[name]).length > 0;
  const twins = [...asked].filter((name) => told.has(name) && changes(name));
  // Whatever leads to a twin is a twin itself, if answers use it too.
  for (const name of twins) schemas[`${name}Input`] = structuredClone(schemas[name]);
  const renamed = (node) => {
    if (Array.isArray(node)) return node.map(renamed);
    if (node === null || typeof node !== 'object') return node;
    if (typeof node.$ref === 'string' && node.$ref.startsWith(SCHEMA)) {
      const name = node.$ref.slice(SCHEMA.length);
      return twins.includes(name) ? { ...node, $ref: `${SCHEMA}${name}Input` } : node;
    }
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, renamed(inner)]));
  };
  for (const name of asked)
    if (!told.has(name)) schemas[name] = renamed(schemas[name]);
    else if (twins.includes(name)) schemas[`${name}Input`] = renamed(schemas[`${name}Input`]);
  for (const { path, method } of operations(document)) {
    const operation = document.paths[path][method];
    if (operation.requestBody) operation.requestBody = renamed(operation.requestBody);
    if (operation.parameters) operation.parameters = renamed(operation.parameters);
  }
  for (const item of Object.values(document.paths))
    if (item.parameters) item.parameters = renamed(item.parameters);
  if (document.components.parameters)
    document.components.parameters = renamed(document.components.parameters);
  if (document.components.requestBodies)
    document.components.requestBodies = renamed(document.components.requestBodies);
  for (const schema of Object.values(schemas)) {
    for (const object of objects(schema)) delete object['x-completed'];
    delete schema['x-refers'];
    delete schema['x-holds'];
  }
  // Our own server tells a default from a wish, because `updated_since` takes none.
  for (const operation of operations(document))
    for (const { schema } of parameters(document, operation))
      if (schema['x-default'] !== undefined) {
        schema.default = schema['x-default'];
        delete schema['x-default'];
      }
  for (const name of told) opened(schemas[name]);
  for (const answer of Object.values(document.components.responses ?? {})) opened(answer);
  for (const operation of operations(document)) Object.values(operation.responses).forEach(opened);
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = inOnePiece(document, schema);
  return document;
}

/** A record is one schema: generators that put the parts of an `allOf` together lose which of their fields may be null. */
function inOnePiece(document, schema) {
  if (!schema.allOf) return schema;
  const { allOf, required, ...rest } = whole(document, schema);
  const parts = allOf.map((part) => whole(document, part));
  return {
    ...(parts.some((part) => part.additionalProperties) ? { additionalProperties: true } : {}),
    ...rest,
    type: 'object',
    required: [...new Set([...required, ...(schema.required ?? [])])],
  };
}

/** More fields and more values may come: in every object of it, and in what wraps objects (`allOf`) as well. */
function opened(node) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    node.forEach(opened);
    return;
  }
  if ((node.properties || node.allOf) && node.additionalProperties === undefined)
    node.additionalProperties = true;
  if (Array.isArray(node.enum) && [node.type ?? []].flat().includes('string')) {
    node['x-extensible-enum'] = node.enum.filter((value) => value !== null);
    delete node.enum;
    node.description = `${node.description ?? ''} (More values may come.)`.trim();
  }
  for (const [key, inner] of Object.entries(node))
    if (!['example', 'examples', 'headers', 'x-problems', 'x-violations'].includes(key)) opened(inner);
}
