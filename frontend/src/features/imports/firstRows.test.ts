import { describe, expect, it } from 'vitest';
import { firstRows, rowsOfText } from './firstRows';

describe('the first rows of a file', () => {
  it('stand as they are written, empty cells in their places', () => {
    expect(rowsOfText('Título;Valor;Etapa\r\nSite;1.200,00;Novo\r\n;3,50;\r\n', ';', 5)).toEqual([
      ['Site', '1.200,00', 'Novo'],
      ['', '3,50', ''],
    ]);
  });

  it('keep what quotes enclose', () => {
    expect(rowsOfText('a,b\n"x, ""y""","two\nlines"\n', ',', 5)).toEqual([['x, "y"', 'two\nlines']]);
  });

  it('are as many as asked for, and whole ones only', () => {
    expect(rowsOfText('a\n1\n2\n3\n', ',', 2)).toEqual([['1'], ['2']]);
    expect(rowsOfText('a\n1\n2', ',', 5)).toEqual([['1'], ['2']]);
    expect(rowsOfText('a\n1\n2', ',', 5, false)).toEqual([['1']]);
  });

  it('are read in the encoding of the file', async () => {
    const file = new File([new Uint8Array([0x61, 0x0a, 0xe7, 0xe3, 0x6f, 0x0a])], 'latin.csv');
    expect(await firstRows(file, { separator: ';', encoding: 'ISO-8859-1' })).toEqual([['ção']]);
  });
});
