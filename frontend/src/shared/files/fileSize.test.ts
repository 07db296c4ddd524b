import { expect, it } from 'vitest';
import { fileSize } from './fileSize';

it('says a length in the unit that people would', () => {
  expect(fileSize(0)).toEqual({ amount: 0, unit: 'b' });
  expect(fileSize(999)).toEqual({ amount: 999, unit: 'b' });
  expect(fileSize(1_000)).toEqual({ amount: 1, unit: 'kb' });
  expect(fileSize(48_213)).toEqual({ amount: 48, unit: 'kb' });
  expect(fileSize(999_700)).toEqual({ amount: 1, unit: 'mb' });
  expect(fileSize(2_460_000)).toEqual({ amount: 2.5, unit: 'mb' });
  expect(fileSize(52_428_800)).toEqual({ amount: 52, unit: 'mb' });
  expect(fileSize(5e12)).toEqual({ amount: 5000, unit: 'gb' });
});
