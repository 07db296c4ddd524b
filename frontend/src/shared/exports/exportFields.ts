import type { ExportColumn, ListKind } from '@/shared/api/gen';
import { rowFields } from '@/shared/api/gen/rows.gen';

export interface ExportField {
  name: string;
  label: string;
}

/**
 * What a row of a list can be taken along with: the columns of the list first, from left to right, then its other fields. Another record
 * stands there by its name where the list has it, and by its id.
 */
export function fieldsOfRow(
  kind: ListKind,
  columns: readonly { id: string; header: string }[],
  labelOf: (name: string) => string,
): { fields: ExportField[]; shown: (id: string) => string | undefined } {
  // What stands in the fields of the company is a column for each of them.
  const known = (rowFields[kind] as readonly string[]).filter((name) => name !== 'custom');
  const shown = (id: string) => {
    if (id.startsWith('custom.')) return id;
    const named = id.replace(/_id$/, '');
    return [named, id].find((name) => known.includes(name));
  };
  const first = columns.flatMap(({ id, header }) => {
    const name = shown(id);
    return name ? [{ name, label: header || labelOf(name) }] : [];
  });
  const rest = known
    .filter((name) => !first.some((field) => field.name === name))
    .map((name) => ({
      name,
      label:
        known.includes(name.replace(/_id$/, '')) && name.endsWith('_id')
          ? `${labelOf(name)} (id)`
          : labelOf(name),
    }));
  return { fields: [...first, ...rest], shown };
}

/** The columns of the file in the order that they are offered in. */
export const columnsOfFile = (fields: readonly ExportField[], chosen: ReadonlySet<string>): ExportColumn[] =>
  fields
    .filter(({ name }) => chosen.has(name))
    .map(({ name, label }) => ({ name, label: label.slice(0, 100) }));
