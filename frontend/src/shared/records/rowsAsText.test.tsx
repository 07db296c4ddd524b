import { expect, it } from 'vitest';
import { Badge } from '@/shared/ui/Badge';
import type { DataColumn } from '@/shared/ui/tableTypes';
import { rowsAsText } from './rowsAsText';

interface Row {
  name: string;
  cents: number;
  score: number;
}
const Bar = ({ value }: { value: number }) => <meter value={value} />;
const columns: DataColumn<Row>[] = [
  { id: 'name', header: 'Nome', cell: ({ name }) => name },
  {
    id: 'state',
    header: 'Situação',
    cell: ({ cents }) => (
      <span>
        <Badge>{cents > 0 ? 'Aberta' : 'Paga'}</Badge> {cents > 0 && <b>{cents}</b>}
      </span>
    ),
  },
  {
    id: 'score',
    header: 'Nota',
    cell: ({ score }) => <Bar value={score} />,
    text: ({ score }) => `${score}`,
  },
];

it('says in words what cells draw, a line for each row', () => {
  const rows = [
    { name: 'Padaria Sol', cents: 12, score: 70 },
    { name: 'Duas\nlinhas\te tabulação', cents: 0, score: 0 },
  ];
  expect(rowsAsText(columns, rows)).toBe(
    'Nome\tSituação\tNota\nPadaria Sol\tAberta 12\t70\nDuas linhas e tabulação\tPaga\t0',
  );
});

it.each([
  ['=HYPERLINK("https://mal.test")', `'=HYPERLINK("https://mal.test")`],
  ['+55 11 98765-4321', `'+55 11 98765-4321`],
  ['@soma', `'@soma`],
  ['-cmd', `'-cmd`],
  ['-5,00', '-5,00'],
  ['—', '—'],
])('a text is no formula in a spreadsheet: %s', (name, safe) => {
  const [, line] = rowsAsText(columns.slice(0, 1), [{ name, cents: 0, score: 0 }]).split('\n');
  expect(line).toBe(safe);
});
