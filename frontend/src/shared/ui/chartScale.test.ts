import { describe, expect, it } from 'vitest';
import { roundTicks, straightPath } from './chartScale';

describe('the axis of a chart', () => {
  it('has round values that enclose all figures', () => {
    expect(roundTicks(0, 37_412, 4)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
    expect(roundTicks(12, 99, 4)).toEqual([0, 25, 50, 75, 100]);
    expect(roundTicks(0, 0.3, 3).at(-1)).toBeCloseTo(0.3);
  });

  it('goes below zero for what is lost', () => {
    expect(roundTicks(-1_900, 4_200, 4)).toEqual([-2_000, 0, 2_000, 4_000, 6_000]);
    expect(roundTicks(-5, -1, 2)).toEqual([-5, -2.5, 0]);
  });

  it('is zero alone where nothing is', () => {
    expect(roundTicks(0, 0, 4)).toEqual([0]);
  });
});

it('the line of a chart goes straight from point to point: what was won today is no growth of last month', () => {
  expect(straightPath([[0, 10]])).toBe('M0,10');
  expect(
    straightPath([
      [0, 100],
      [10, 100],
      [20, 40.126],
    ]),
  ).toBe('M0,100L10,100L20,40.13');
});
