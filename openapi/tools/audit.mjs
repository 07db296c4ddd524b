// What the audit trail says of each kind of record (audit.yaml): how each column is called and written, for the server, and the
// schemas of what no other answer shows, for the contract.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';
import { deref, whole } from './document.mjs';

const openapi = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export const trail = () => load(readFileSync(join(openapi, 'audit.yaml'), 'utf8'), { schema: CORE_SCHEMA });

/** The contract with the records that only the trail tells of, and the names of all that it tells. */
export function withTrail(document, { entities, schemas }) {
  Object.assign(document.components.schemas, structuredClone(schemas));
  const entry = document.components.schemas.AuditEntry;
  entry.properties.entity.description = `Table of the record. ${Object.entries(entities)
    .map(([table, { schemas: from }]) => `\`${table}\` has the fields of ${from.join(', ')}`)
    .join('; ')}.`;
  return document;
}

/** How the values of a property are written, where that is not as the database does it. */
function form(document, property) {
  const schema = deref(document, property);
  if (schema.format === 'date-time') return 'instant';
  if (schema['x-decimal']) return 'decimal';
  return schema.type === 'object' ? 'object' : 'plain';
}

/** Per table: the schemas, what each column is told as, and of which nothing is said. */
export function told(document, { entities }) {
  const tables = {};
  for (const [table, entity] of Object.entries(entities)) {
    const { schemas, renamed = {}, flags = {}, silent = [], computed = [] } = entity;
    const properties = Object.assign(
      {},
      ...schemas.map((name) => whole(document, document.components.schemas[name]).properties),
    );
    const columns = {};
    const put = (column, name, more) => {
      if (!properties[name]) throw new Error(`audit.yaml: ${table}.${column}: ${schemas} have no ${name}`);
      columns[column] = { name, ...more };
    };
    for (const [column, { as, ...states }] of Object.entries(flags))
      put(column, as, { form: 'flag', ...states });
    for (const [column, name] of Object.entries(renamed))
      put(column, name, { form: form(document, properties[name]) });
    const taken = new Set(Object.values(columns).map(({ name }) => name));
    // The names of others are no columns of a record.
    for (const [name, property] of Object.entries(properties))
      if (
        !columns[name] &&
        !taken.has(name) &&
        !property['x-include'] &&
        ![...silent, ...computed].includes(name)
      )
        put(name, name, { form: form(document, property) });
    tables[table] = { schemas, columns, silent };
  }
  return tables;
}
