import { describe, expect, it } from 'vitest';
import { decimalOf, typedDecimal } from './decimal';

describe('an exact decimal', () => {
  it.each([
    ['1', '1'],
    [' 1,50 ', '1.5'],
    ['0.0042', '0.0042'],
    ['007', '7'],
    ['0,000', '0'],
    ['12345,6', null],
    ['1,1234567', null],
    ['1.000,00', null],
    ['-1', null],
    ['1e3', null],
    [',5', null],
    ['', null],
  ])('%s is %s', (typed, value) => expect(decimalOf(typed, 4, 6)).toBe(value));

  it('is shown as it is typed', () => {
    expect(typedDecimal('99.9', 'pt-BR')).toBe('99,9');
    expect(typedDecimal('99.9', 'en')).toBe('99.9');
  });
});
