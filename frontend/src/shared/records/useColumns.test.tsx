import { render, renderHook, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { rowsAsText } from './rowsAsText';
import { useColumns } from './useColumns';

interface Row {
  id: string;
  name: string;
  tax_id?: string | null;
  phone?: string | null;
  start_on?: string | null;
  created_at?: string | null;
  total_cents: number;
  currency: string;
}

it('shows a field by its kind, under its label, and sorts by its name', () => {
  const { result } = renderHook(() => useColumns<Row>((field: 'name') => `Rótulo ${field}`));
  const column = result.current;
  const columns = [
    column.text('name', { sort: true, width: '20%' }),
    column.taxId('tax_id'),
    column.phone('phone'),
    column.date('start_on'),
    // An instant is a day of the company: in São Paulo it is still the day before.
    column.day('created_at'),
    column.money('total_cents', { strong: true }),
    column.of('id', (row) => <b>{row.id}</b>, { header: 'Outro nome', text: () => 'em palavras' }),
  ];
  expect(columns.map(({ header }) => header)).toEqual([
    'Rótulo name',
    'Rótulo tax_id',
    'Rótulo phone',
    'Rótulo start_on',
    'Rótulo created_at',
    'Rótulo total_cents',
    'Outro nome',
  ]);
  expect(columns.map(({ sort }) => sort)).toEqual(['name', ...Array(6).fill(undefined)]);
  expect(columns[0]).toMatchObject({ id: 'name', width: '20%' });
  expect(columns[5]).toMatchObject({ align: 'right' });
  const full: Row = {
    id: '7',
    name: 'Padaria Sol',
    tax_id: '11222333000181',
    phone: '+5511987654321',
    start_on: '2026-01-31',
    created_at: '2026-02-01T01:00:00Z',
    total_cents: 123_456,
    currency: 'BRL',
  };
  const empty: Row = { id: '8', name: 'Nada', phone: null, total_cents: 0, currency: 'USD' };
  const [, first, second] = rowsAsText(columns, [full, empty])
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.split('\t'));
  expect(first).toEqual([
    'Padaria Sol',
    '11.222.333/0001-81',
    '(11) 98765-4321',
    '31/01/2026',
    '31/01/2026',
    'R$ 1.234,56',
    'em palavras',
  ]);
  expect(second).toEqual(['Nada', '', '', '', '', 'US$ 0,00', 'em palavras']);
  render(<p>{columns[5]?.cell(full)}</p>);
  expect(screen.getByText(/1\.234,56/).closest('.text-ink')).not.toBeNull();
});
