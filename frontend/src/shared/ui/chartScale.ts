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

/** A straight line through points from left to right, as an SVG path: between two of them nothing is known. */
export function straightPath(points: readonly Point[]): string {
  const text = (value: number) => Number(value.toFixed(2));
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${text(x)},${text(y)}`).join('');
}
