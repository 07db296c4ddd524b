import { describe, expect, it } from 'vitest';
import { marksOf } from './marks';

const found = (text: string, words: string) =>
  marksOf(text, words)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('what was looked for is marked in a text', () => {
  it.each([
    ['João da Silva', 'joao', '[João] da Silva'],
    ['João da Silva', 'sil jo', '[Jo]ão da [Sil]va'],
    ['João da Silva', 'ilva', 'João da Silva'],
    ['Joa\u0303o', 'JOÃO', '[João]'],
    ['Straße 7', 'strass', '[Straß]e 7'],
    ['(11) 98888-7777', '1198888', '([11) 98888]-7777'],
    ['529.982.247-25', '529982', '[529.982].247-25'],
    ['maria@acme.com.br', 'acme.com', 'maria@[acme.com].br'],
    ['<b>Padaria</b>', 'pad', '<b>[Pad]aria</b>'],
    ['Estrela', '', 'Estrela'],
    ['', 'x', ''],
    ['000042', '42', '000042'],
  ])('%s, %s', (text, words, marked) => {
    expect(found(text, words)).toBe(marked);
  });
});
