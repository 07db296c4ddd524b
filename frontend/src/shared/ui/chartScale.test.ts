import { describe, expect, it } from 'vitest';
import { roundTicks, smoothPath } from './chartScale';

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

describe('the line of a chart', () => {
  const heights = (path: string) => [...path.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1]));

  it('goes through its points', () => {
    expect(smoothPath([[0, 10]])).toBe('M0,10');
    expect(
      smoothPath([
        [0, 10],
        [3, 10],
      ]),
    ).toBe('M0,10C1,10,2,10,3,10');
  });

  it('shows no value that never was', () => {
    const path = smoothPath([
      [0, 0],
      [1, 0],
      [2, 90],
      [3, 100],
      [4, 20],
      [5, 20],
    ]);
    for (const height of heights(path)) {
      expect(height).toBeGreaterThanOrEqual(0);
      expect(height).toBeLessThanOrEqual(100);
    }
  });
});
