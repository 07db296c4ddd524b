import { expect, it } from 'vitest';
import { linkToken } from './linkToken';

it('reads the token behind the #, with it or without', () => {
  expect(linkToken('#token=abc_-1')).toBe('abc_-1');
  expect(linkToken('token=abc')).toBe('abc');
});

it('finds none in an address without one', () => {
  expect(linkToken('')).toBe('');
  expect(linkToken('#other=1')).toBe('');
});
