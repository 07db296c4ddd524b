import type { ImportColumn, ImportField } from '@/shared/api/gen';

/**
 * Where the value of one field comes from. What was chosen for another source is kept while one tries, so that going
 * back loses nothing; only the chosen source is sent.
 */
export interface FieldMapping {
  source: 'none' | 'column' | 'template' | 'fixed';
  column: string;
  /** What values of the file mean: null is nothing at all; a value without an entry, or an empty one, stays as it stands. */
  values: Record<string, string | null>;
  /** Used where the file has nothing. */
  fallback: string;
  template: string;
}

export type Mapping = Record<string, FieldMapping>;

const nothing: FieldMapping = { source: 'none', column: '', values: {}, fallback: '', template: '' };

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The server's proposal as something one can edit: `field -> column` or `field -> {column, values, ...}`. */
export function fromProposal(fields: readonly ImportField[], proposal: Record<string, unknown>): Mapping {
  return Object.fromEntries(
    fields.map((field): [string, FieldMapping] => {
      const proposed = proposal[field.name];
      if (typeof proposed === 'string')
        return [field.name, { ...nothing, source: 'column', column: proposed }];
      if (typeof proposed !== 'object' || proposed === null) return [field.name, { ...nothing }];
      const { column, values, default: fallback, template } = proposed as Record<string, unknown>;
      const entries = Object.entries((values ?? {}) as Record<string, unknown>);
      const mapping: FieldMapping = {
        source: text(column) ? 'column' : text(template) ? 'template' : text(fallback) ? 'fixed' : 'none',
        column: text(column),
        values: Object.fromEntries(
          entries.map(([value, meaning]) => [value, meaning === null ? null : text(meaning)]),
        ),
        fallback: text(fallback),
        template: text(template),
      };
      return [field.name, mapping];
    }),
  );
}

/** What is sent: a field that is not imported is left out, a plain column is just its name. */
export function toRequest(mapping: Mapping): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  for (const [field, { source, column, values, fallback, template }] of Object.entries(mapping)) {
    const otherwise = fallback.trim() ? { default: fallback.trim() } : {};
    const meant = Object.entries(values).filter(([, meaning]) => meaning !== '');
    if (source === 'fixed' && fallback.trim()) request[field] = otherwise;
    if (source === 'template' && template.trim())
      request[field] = { template: template.trim(), ...otherwise };
    if (source === 'column' && column) {
      request[field] =
        meant.length === 0 && !fallback.trim()
          ? column
          : { column, ...(meant.length > 0 && { values: Object.fromEntries(meant) }), ...otherwise };
    }
  }
  return request;
}

/** Another column: meanings of values belong to the column they were given for. */
export function chooseColumn(mapping: FieldMapping, column: string): FieldMapping {
  return {
    ...mapping,
    source: 'column',
    column,
    values: column === mapping.column ? mapping.values : {},
  };
}

/** The fields that take their value from a column as it is. */
export function fieldsOf(mapping: Mapping, column: string): string[] {
  return Object.entries(mapping)
    .filter(([, chosen]) => chosen.source === 'column' && chosen.column === column)
    .map(([field]) => field);
}

/** A column for one field and no other; null: for none. */
export function putColumn(mapping: Mapping, column: string, field: string | null): Mapping {
  const taken = fieldsOf(mapping, column);
  return Object.fromEntries(
    Object.entries(mapping).map(([name, chosen]) => {
      if (name === field) return [name, chooseColumn(chosen, column)];
      return [name, taken.includes(name) ? { ...chosen, source: 'none' } : chosen];
    }),
  );
}

/** The names between braces, in the order they stand: `{product} - {account}`. */
export function templateColumns(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => (match[1] ?? '').trim());
}

export type MappingProblem =
  | { kind: 'missing'; field: string }
  | { kind: 'unknown_column'; field: string; column: string };

/** What keeps the import from starting. */
export function problemsOf(
  fields: readonly ImportField[],
  columns: readonly ImportColumn[],
  mapping: Mapping,
): MappingProblem[] {
  const request = toRequest(mapping);
  const known = new Set(columns.map((column) => column.name));
  return fields.flatMap((field): MappingProblem[] => {
    const chosen = mapping[field.name];
    if (field.required && !(field.name in request)) return [{ kind: 'missing', field: field.name }];
    if (chosen?.source !== 'template') return [];
    return templateColumns(chosen.template)
      .filter((column) => !known.has(column))
      .map((column) => ({ kind: 'unknown_column', field: field.name, column }));
  });
}

const plain = (value: string) => value.trim().toLowerCase();

/** Whether a value of the file is one of the choices without anybody saying what it means. */
export function isChoice(field: ImportField, value: string): boolean {
  return (field.choices ?? []).some((choice) => plain(choice) === plain(value));
}

/** The values one may give a meaning to, where the column has few. Blank cells are what the fallback is for. */
export function valuesToMap(column: ImportColumn | undefined): string[] {
  return (column?.distinct_values ?? []).filter((value) => value.trim() !== '');
}

/** Whether the meanings are worth showing unasked: a field with choices whose values are not all choices by name. */
export function needsMeanings(
  field: ImportField,
  column: ImportColumn | undefined,
  mapping: FieldMapping,
): boolean {
  if (Object.keys(mapping.values).length > 0) return true;
  return field.type === 'choice' && valuesToMap(column).some((value) => !isChoice(field, value));
}

/**
 * Values that are no choice by name and have no meaning yet. The server knows other words for its choices, so they are
 * to be looked at, not forbidden. Free choices refuse nothing.
 */
export function unknownValues(
  field: ImportField,
  column: ImportColumn | undefined,
  mapping: FieldMapping,
): string[] {
  if (!field.choices?.length) return [];
  return valuesToMap(column).filter(
    (value) => !isChoice(field, value) && mapping.values[value] !== null && !mapping.values[value],
  );
}

/** What a field gets from a row of samples: the meaning of its value, the filled template, or the fallback. */
export function exampleOf(mapping: FieldMapping, columns: readonly ImportColumn[], row: number): string {
  const cell = (name: string) => columns.find((column) => column.name === name)?.samples[row] ?? '';
  switch (mapping.source) {
    case 'none':
      return '';
    case 'fixed':
      return mapping.fallback;
    case 'template':
      return mapping.template.replace(/\{([^{}]+)\}/g, (_, name: string) => cell(name.trim()));
    case 'column': {
      const value = cell(mapping.column);
      const meaning = mapping.values[value];
      if (meaning === null) return mapping.fallback;
      return meaning || value || mapping.fallback;
    }
  }
}
