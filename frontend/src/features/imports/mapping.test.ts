import { describe, expect, it } from 'vitest';
import type { ImportColumn, ImportField } from '@/shared/api/gen';
import {
  chooseColumn,
  exampleOf,
  type FieldMapping,
  fieldsOf,
  fromProposal,
  needsMeanings,
  problemsOf,
  putColumn,
  templateColumns,
  toRequest,
  unknownValues,
  valuesToMap,
} from './mapping';

const fields: ImportField[] = [
  { name: 'external_id', required: false, type: 'text' },
  { name: 'title', required: true, type: 'text' },
  { name: 'amount', required: true, type: 'money' },
  { name: 'status', required: false, type: 'choice', choices: ['open', 'won', 'lost'] },
  { name: 'stage', required: false, type: 'choice' },
];
const columns: ImportColumn[] = [
  { name: 'opportunity_id', type: 'text', samples: ['1C1I7A6R', 'Z063OYW0'] },
  { name: 'product', type: 'text', samples: ['GTX Plus Basic', 'GTXPro'] },
  { name: 'account', type: 'text', samples: ['Cancity', ''] },
  {
    name: 'deal_stage',
    type: 'text',
    samples: ['Won', 'Engaging'],
    distinct_values: ['Won', 'Lost', 'Engaging', ''],
  },
  { name: 'close_value', type: 'number', samples: ['1054', '4514'] },
];
const proposal = {
  external_id: 'opportunity_id',
  title: { template: '{product} - {account}' },
  amount: 'close_value',
  status: { column: 'deal_stage', values: { Engaging: 'open' }, default: 'open' },
};
const mapping = fromProposal(fields, proposal);
const field = (name: string) => fields.find((candidate) => candidate.name === name) as ImportField;
const column = (name: string) => columns.find((candidate) => candidate.name === name);
const status = () => mapping.status as FieldMapping;

describe('the mapping of an import', () => {
  it('a proposal that nobody touched goes back as it came', () => {
    expect(toRequest(mapping)).toEqual(proposal);
  });

  it('a field that is not imported is left out, and what was chosen for it is not lost', () => {
    const without = { ...mapping, title: { ...(mapping.title as FieldMapping), source: 'none' as const } };
    expect(toRequest(without)).not.toHaveProperty('title');
    expect(problemsOf(fields, columns, without)).toEqual([{ kind: 'missing', field: 'title' }]);
    expect(without.title.template).toBe('{product} - {account}');
  });

  it('meanings belong to their column', () => {
    expect(chooseColumn(status(), 'deal_stage').values).toEqual({ Engaging: 'open' });
    expect(chooseColumn(status(), 'product')).toMatchObject({ column: 'product', values: {} });
  });

  it('a fixed value is a default without a column', () => {
    const fixed = { ...status(), source: 'fixed' as const, fallback: ' won ' };
    expect(toRequest({ status: fixed })).toEqual({ status: { default: 'won' } });
    expect(toRequest({ status: { ...fixed, fallback: ' ' } })).toEqual({});
  });

  it('a template may only name columns of the file', () => {
    expect(templateColumns('{product} - { account } {}')).toEqual(['product', 'account']);
    const wrong = { ...mapping, title: { ...(mapping.title as FieldMapping), template: '{produto}' } };
    expect(problemsOf(fields, columns, wrong)).toEqual([
      { kind: 'unknown_column', field: 'title', column: 'produto' },
    ]);
    expect(problemsOf(fields, columns, mapping)).toEqual([]);
  });

  it('tells which values of a choice nobody has explained', () => {
    expect(valuesToMap(column('deal_stage'))).toEqual(['Won', 'Lost', 'Engaging']);
    expect(valuesToMap(column('close_value'))).toEqual([]);
    expect(unknownValues(field('status'), column('deal_stage'), status())).toEqual([]);
    expect(unknownValues(field('status'), column('deal_stage'), { ...status(), values: {} })).toEqual([
      'Engaging',
    ]);
    expect(unknownValues(field('stage'), column('deal_stage'), { ...status(), values: {} })).toEqual([]);
  });

  it('a value may mean nothing at all', () => {
    const blank = { ...status(), values: { Engaging: null } };
    expect(toRequest({ status: blank })).toEqual({
      status: { column: 'deal_stage', values: { Engaging: null }, default: 'open' },
    });
    expect(unknownValues(field('status'), column('deal_stage'), blank)).toEqual([]);
    expect(exampleOf({ ...blank, fallback: '' }, columns, 1)).toBe('');
  });

  it('shows the meanings unasked only where a choice is not clear by itself', () => {
    const plain = { ...status(), values: {} };
    expect(needsMeanings(field('status'), column('deal_stage'), plain)).toBe(true);
    expect(needsMeanings(field('title'), column('deal_stage'), plain)).toBe(false);
    expect(needsMeanings(field('title'), column('deal_stage'), status())).toBe(true);
  });

  it('gives a column to one field alone, or to none', () => {
    const first = fromProposal(fields, { amount: 'close_value', title: 'account' });
    const moved = putColumn(first, 'close_value', 'external_id');
    expect([fieldsOf(moved, 'close_value'), moved.amount?.source]).toEqual([['external_id'], 'none']);
    expect(fieldsOf(moved, 'account')).toEqual(['title']);
    expect(fieldsOf(putColumn(moved, 'close_value', null), 'close_value')).toEqual([]);
  });

  it('shows what a row will become', () => {
    expect(exampleOf(mapping.title as FieldMapping, columns, 0)).toBe('GTX Plus Basic - Cancity');
    expect(exampleOf(status(), columns, 1)).toBe('open');
    expect(exampleOf(status(), columns, 0)).toBe('Won');
    expect(exampleOf({ ...status(), column: 'account', values: {} }, columns, 1)).toBe('open');
  });
});
