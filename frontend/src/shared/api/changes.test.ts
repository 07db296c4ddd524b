import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { allReadings, changed, changedBut, kindOf, readingsOf } from './changes';

const source = resolve(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'gen' ? [] : files(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
}
const all = ['features', 'shared', 'routes'].flatMap((folder) => files(join(source, folder)));

/** The read operations of the contract, from the types that are made of it. */
const reads = [
  ...readFileSync(join(source, 'shared/api/gen/operations.gen.ts'), 'utf8')
    .replace(/[\s\S]*ReadOperation =/, '')
    .matchAll(/'(\w+)'/g),
].map((match) => match[1] ?? '');

/** Nothing that is written in Pulso changes their answers, or they are no answers that are kept. */
const unchanging = [
  'live',
  'getFileContent',
  'getExportContent',
  'getFileThumbnail',
  'getInvoicePdf',
  'getFailedRows',
  'lookAtInvitation',
  'getRegistration',
];

describe('what has to be read again', () => {
  it('holds every operation that a screen reads', () => {
    const missing = new Set<string>();
    for (const file of all) {
      const text = readFileSync(file, 'utf8');
      for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from '@\/shared\/api\/gen\/[^']+'/g))
        for (const name of names.split(',').map((one) => one.trim())) {
          const operation = name.replace(/(?:Infinite)?(?:Options|QueryKey)$/, '');
          if (reads.includes(operation) && !(allReadings() as ReadonlySet<string>).has(operation))
            missing.add(operation);
        }
    }
    for (const known of unchanging) missing.delete(known);
    expect([...missing]).toEqual([]);
    expect(reads.length).toBeGreaterThan(40);
  });

  it('is named nowhere else', () => {
    const elsewhere = all
      .filter((file) => !/shared\/(api|live)\/|useLiveBoard|useBoard/.test(file))
      .filter((file) =>
        /invalidateOperations\(|invalidateQueries\(|\bfetchNextPage\b/.test(readFileSync(file, 'utf8')),
      )
      .map((file) => file.slice(source.length + 1))
      // The table and what is done with all of its rows ask for the next page; the panel of the dashboard and lists that
      // are no table have a button for it.
      // With other rights of the person everything may be another.
      .filter(
        (file) =>
          ![
            'shared/records/MoreRows.tsx',
            'shared/ui/TableParts.tsx',
            'shared/ui/tableTypes.ts',
            'shared/ui/useTableRows.ts',
            'shared/records/SelectionBar.tsx',
            'features/dashboard/RowsPanel.tsx',
            'routes/_app.tsx',
          ].includes(file),
      );
    expect(elsewhere).toEqual(['features/imports/ImportErrors.tsx']);
  });

  it('follows from the kind of the record, also where its name is shown', () => {
    expect(readingsOf('company').has('listDeals')).toBe(true);
    expect(readingsOf('company').has('listInvoices')).toBe(false);
    expect(readingsOf('invoice').has('getCustomerBalance')).toBe(true);
    // What has happened around a record is told on its own page, too.
    expect(readingsOf('payment').has('listCustomerTimeline')).toBe(true);
    expect(readingsOf('activity').has('listLeadTimeline')).toBe(true);
    expect(kindOf('deal.updated')).toBe('deal');
    expect(kindOf('weather.updated')).toBeUndefined();
    expect(kindOf('toString.updated')).toBeUndefined();
  });

  it('reaches generated and own keys, and leaves what is known already', async () => {
    const client = new QueryClient();
    const [one, other, list, board, foreign] = [
      [{ _id: 'getCompany', path: { id: '1' } }],
      [{ _id: 'getCompany', path: { id: '2' } }],
      [{ _id: 'listCompanies', query: { q: 'x' } }],
      ['board', { pipelineId: 'p' }],
      [{ _id: 'listInvoices' }],
    ];
    for (const key of [one, other, list, board, foreign]) client.setQueryData(key, {});
    const stale = () =>
      [one, other, list, board, foreign].map((key) => client.getQueryState(key)?.isInvalidated);
    await changedBut(client, one, 'company');
    expect(stale()).toEqual([false, true, true, true, false]);
    await changed(client, 'company');
    expect(stale()).toEqual([true, true, true, true, false]);
  });
});
