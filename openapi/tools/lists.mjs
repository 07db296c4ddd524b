// What each list can be asked, for whoever keeps a question (docs/adr/0050-views-bulk-export.md): dist/lists.json. A list of records
// says by `x-list` of which kind it is.
import { deref, operations, parameters } from './document.mjs';
import { rowOf } from './everywhere.mjs';
import { wanted } from './rules.mjs';

/** How a page is asked for, and what it shows besides: no part of which rows a question is about. */
const NO_FILTERS = ['sort', 'limit', 'cursor', 'updated_since', 'include'];

const listed = (document) => operations(document).filter((operation) => operation['x-list']);

/** How the value of a filter is written. */
function form(document, schema) {
  const whole = deref(document, schema);
  if (whole.type === 'array') return { ...form(document, whole.items), many: true };
  if (whole.enum) return { type: 'enum', values: whole.enum };
  const type = { uuid: 'uuid', date: 'date', 'date-time': 'instant' }[whole.format] ?? whole.type;
  return type === 'string' ? { type: 'text', most: whole.maxLength } : { type };
}

export function lists(document) {
  return Object.fromEntries(
    listed(document).map((operation) => {
      const given = parameters(document, operation).filter((each) => each.in === 'query');
      const sort = given.find((each) => each.name === 'sort').schema;
      const filters = given
        .filter(({ name }) => !NO_FILTERS.includes(name))
        .map((each) => [each.name, { ...form(document, each.schema), ...(each['x-filter'] && { grammar: true }) }]);
      const columns = Object.entries(rowOf(document, operation))
        .filter(([, schema]) => !schema['x-sunset'])
        .map(([name, schema]) => [name, named(schema) ?? column(document, schema)]);
      return [
        operation['x-list'],
        {
          operation: operation.operationId,
          permissions: wanted(operation),
          sorts: sort.enum,
          sort: sort.default ?? sort['x-default'],
          filters: Object.fromEntries(filters),
          columns: Object.fromEntries(columns),
          ...(operation['x-filters']?.custom && { custom: true }),
        },
      ];
    }),
  );
}

/** Another record: by which field of the row, and of which kind. */
function named(schema) {
  const refers = schema['x-include'];
  return refers && { type: 'object', id: refers.id, of: refers.of };
}

/** What stands in a field of a row: `text`, `uuid`, `date`, `instant`, `integer`, `number`, `boolean`, `object`, or several of one. */
function column(document, schema) {
  const whole = deref(document, schema);
  const type = [whole.type ?? 'object'].flat().find((each) => each !== 'null');
  if (type === 'array') return { ...column(document, whole.items), many: true };
  const format = { uuid: 'uuid', date: 'date', 'date-time': 'instant' }[whole.format];
  return { type: format ?? (type === 'string' ? 'text' : type) };
}

/** A kind that can be asked about has one list, and a list is of a kind that can be asked about. */
export function complaintsOfLists(document) {
  const kinds = document.components.schemas.ListKind.enum;
  const found = listed(document).map((operation) => operation['x-list']);
  return [
    ...kinds.filter((kind) => !found.includes(kind)).map((kind) => `ListKind ${kind}: no list says x-list: ${kind}`),
    ...found.filter((kind) => !kinds.includes(kind)).map((kind) => `x-list: ${kind} is no ListKind`),
    ...found.filter((kind, at) => found.indexOf(kind) !== at).map((kind) => `x-list: ${kind} stands twice`),
  ];
}
