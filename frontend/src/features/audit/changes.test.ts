import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import audit from '@/shared/i18n/texts/audit/pt-BR';
import { changesOf, kindOf, tellingChanges, wordKey } from '@/shared/records/changes';
import { auditedEntities } from './auditedEntities';
import { actorOf, telling } from './changes';

const names: Record<string, string> = audit.name;
const trail: Record<string, { columns: Record<string, { name: string }> }> = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../../openapi/dist/audited.json'), 'utf8'),
);

describe('an entry of the audit log', () => {
  it('an update tells what changed, bookkeeping last', () => {
    const entry = {
      action: 'update' as const,
      before: { version: 1, amount_cents: 5000, tags: ['a'] },
      after: { version: 2, amount_cents: 6000, tags: ['a'] },
    };
    expect(changesOf(entry)).toEqual([
      { field: 'amount_cents', before: 5000, after: 6000 },
      { field: 'version', before: 1, after: 2 },
    ]);
    expect(tellingChanges(entry)).toHaveLength(1);
  });

  it('a field that was emptied is a change', () => {
    expect(changesOf({ action: 'update', before: { email: 'a@b.c' }, after: { email: null } })).toEqual([
      { field: 'email', before: 'a@b.c', after: null },
    ]);
  });

  it('an insert shows what it filled, a delete what is gone', () => {
    expect(changesOf({ action: 'insert', before: null, after: { name: 'X', notes: null } })).toEqual([
      { field: 'name', before: undefined, after: 'X' },
    ]);
    expect(changesOf({ action: 'delete', before: { name: 'X' }, after: null })).toEqual([
      { field: 'name', before: 'X', after: undefined },
    ]);
  });

  it('a record without a name is told by its amount and what else says something', () => {
    const payment = {
      id: 'x',
      invoice_id: 'y',
      recorded_at: '2026-11-16T11:42:07Z',
      method: 'pix',
      amount_cents: 100,
    };
    const changes = changesOf({ action: 'insert', before: null, after: payment });
    expect(telling(changes, 2).map(({ field }) => field)).toEqual(['amount_cents', 'method']);
  });

  it('every field that the trail tells has a name', () => {
    expect(Object.keys(trail).toSorted()).toEqual([...auditedEntities].toSorted());
    const columns = Object.entries(trail).flatMap(([table, entity]) =>
      Object.values(entity.columns).map(({ name }) => ({ table, name })),
    );
    expect(columns.length).toBeGreaterThan(100);
    for (const { table, name } of columns) expect(names, `${table}.${name}`).toHaveProperty(name);
  });

  it('knows values by name and shape', () => {
    expect(kindOf('amount_cents', 100)).toBe('money');
    expect(kindOf('due_on', '2026-11-20')).toBe('date');
    expect(kindOf('created_at', '2026-11-20T01:02:03Z')).toBe('instant');
    expect(kindOf('is_primary', false)).toBe('flag');
    expect(kindOf('tags', [])).toBe('nothing');
    expect(kindOf('tags', ['a'])).toBe('data');
    expect(kindOf('notes', '')).toBe('nothing');
    expect(kindOf('number', 418)).toBe('text');
  });

  it('knows which fields have words of their own', () => {
    expect(wordKey('invoices', 'status', 'issued')).toBe('states.invoiceStatus.issued');
    expect(wordKey('invoices', 'number', 418)).toBeNull();
    expect(wordKey('leads', 'status', 'x')).toBeNull();
  });

  it('knows who is no person', () => {
    expect(actorOf('user')).toEqual({ kind: 'user', name: '' });
    expect(actorOf('maria@pixel12.com.br')).toEqual({ kind: 'user', name: 'maria@pixel12.com.br' });
    expect(actorOf('api-key:ERP: notas')).toEqual({ kind: 'api-key', name: 'ERP: notas' });
    expect(actorOf('session')).toEqual({ kind: 'system', name: '' });
    expect(actorOf('job:invoice-run')).toEqual({ kind: 'job', name: 'invoice-run' });
    expect(actorOf('event:crm:won')).toEqual({ kind: 'event', name: 'crm:won' });
    expect(actorOf('something')).toEqual({ kind: 'system', name: '' });
  });
});
