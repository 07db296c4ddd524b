/** Round values from at or below `low` to at or above `high`, about `count` steps of them; zero is always among them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const from = Math.min(low, 0);
  const to = Math.max(high, 0);
  if (from === to) return [0];
  const least = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= least) ?? 10) * power;
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

type Point = readonly [x: number, y: number];

/**
 * A smooth line through points from left to right, as an SVG path. Monotone (Fritsch and Carlson): between two points it
 * never rises above the higher or falls below the lower one, so the curve shows no value that never was.
 */
export function smoothPath(points: readonly Point[]): string {
  const steep = points.slice(1).map(([x, y], at) => {
    const [x0, y0] = points[at] as Point;
    return (y - y0) / (x - x0);
  });
  const slopes = points.map((_, at) => {
    const before = steep[at - 1];
    const after = steep[at];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    if (before * after <= 0) return 0;
    return (
      Math.sign(after) * Math.min(2 * Math.abs(before), 2 * Math.abs(after), Math.abs(before + after) / 2)
    );
  });
  const text = (...values: number[]) => values.map((value) => Number(value.toFixed(2))).join(',');
  return points
    .map(([x, y], at) => {
      if (at === 0) return `M${text(x, y)}`;
      const [x0, y0] = points[at - 1] as Point;
      const third = (x - x0) / 3;
      return `C${text(x0 + third, y0 + third * (slopes[at - 1] ?? 0), x - third, y - third * (slopes[at] ?? 0), x, y)}`;
    })
    .join('');
}
