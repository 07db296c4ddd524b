// A record's fields are written down once: a schema with `x-fields: true` is what a row shows and a person may set, and stands by
// `allOf` in the row, in what creates and in what changes it. Here it becomes a part of each of them, so that every schema of the
// bundle shows all of its properties and what is required of them.
import { deref } from './document.mjs';

const isFields = (document, part) => part.$ref && deref(document, part)?.['x-fields'] === true;

export function fields(document) {
  const { schemas } = document.components;
  for (const schema of Object.values(schemas)) {
    const given = schema.allOf?.filter((part) => isFields(document, part)) ?? [];
    if (!given.length) continue;
    const own = schema.allOf.filter((part) => !given.includes(part));
    const properties = Object.assign(
      {},
      ...given.map((part) => structuredClone(deref(document, part).properties)),
    );
    const [target] = own.filter((part) => !part.$ref);
    if (!target) throw new Error("fields stand beside an object of the schema's own");
    // The id first, then what the fields are, then what only the server sets.
    const { id, ...rest } = target.properties ?? {};
    target.properties = { ...(id && { id }), ...properties, ...rest };
    if (own.length > 1) schema.allOf = own;
    else {
      delete schema.allOf;
      Object.assign(schema, target, { description: schema.description ?? target.description });
    }
  }
  for (const [name, schema] of Object.entries(schemas)) if (schema['x-fields'] === true) delete schemas[name];
  return document;
}
