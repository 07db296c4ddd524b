import { describe, expect, it } from 'vitest';
import { columnsOfFile, fieldsOfRow } from './exportFields';

const columns = [
  { id: 'name', header: 'Nome' },
  { id: 'owner_id', header: 'Responsável' },
  { id: 'late', header: 'Atraso' },
];
const { fields, shown } = fieldsOfRow('leads', columns, (name) => `<${name}>`);

describe('what a row is taken along with', () => {
  it('begins with the columns of the list, and has every field of the row once', () => {
    expect(fields.slice(0, 2)).toEqual([
      { name: 'name', label: 'Nome' },
      { name: 'owner', label: 'Responsável' },
    ]);
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('owner_id');
    expect(names).toContain('email');
  });

  it('knows other records by their names, and no column that the server has not', () => {
    expect(shown('owner_id')).toBe('owner');
    expect(shown('late')).toBeUndefined();
    expect(fields.find(({ name }) => name === 'owner_id')?.label).toBe('<owner_id> (id)');
  });

  it('keeps the order of what is offered', () => {
    expect(columnsOfFile(fields, new Set(['owner', 'name'])).map(({ name }) => name)).toEqual([
      'name',
      'owner',
    ]);
  });
});
