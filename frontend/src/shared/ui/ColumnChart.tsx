import { type PointerEvent, type ReactNode, useState } from 'react';
import { cx } from '@/shared/lib/cx';
import { roundTicks, straightPath } from './chartScale';

export interface ChartSeries<T> {
  value: (row: T) => number;
  /** A background, such as `bg-series-1`. */
  colour: string;
}

export interface ColumnChartProps<T> {
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** What stands side by side for each row; each is a stack, what is negative hangs below zero. */
  columns: readonly (readonly ChartSeries<T>[])[];
  line?: { value: (row: T) => number; stroke: string; dot: string };
  /** About so many steps of the axis. */
  steps: number;
  /** A height, such as `h-53`. */
  height: string;
  /** All values of the axis in one unit, which the title or the legend names. */
  axisText: (value: number) => string;
  /** That unit, over the axis: `R$ mil`. */
  axisUnit?: string;
  /** What a pointer over a row is told. */
  note: (row: T) => ReactNode;
  /** The row that is told of elsewhere. */
  pickedIndex?: number;
  onPick: (row: T, index: number) => void;
}

/** The room at the left that the axis takes, for what stands under the columns. */
export const axisRoom = 'pl-16 md:pl-17';

/**
 * Columns, and a line over them. A picture for the eye and the pointer alone: whoever shows it says the same in words,
 * and with buttons, beside it.
 */
export function ColumnChart<T>({
  rows,
  keyOf,
  columns,
  line,
  steps,
  height,
  axisText,
  axisUnit,
  note,
  pickedIndex,
  onPick,
}: ColumnChartProps<T>) {
  const [hovered, setHovered] = useState<number | null>(null);
  const sums = rows.flatMap((row) =>
    columns.flatMap((stack) => {
      const values = stack.map((series) => series.value(row));
      return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
    }),
  );
  const lineValues = line ? rows.map(line.value) : [];
  // A line that runs along the upper edge looks cut: it gets room above it.
  const top = Math.max(...sums, ...lineValues.map((value) => value * 1.04));
  const ticks = roundTicks(Math.min(...sums, ...lineValues), top, steps);
  const bottom = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 0) - bottom || 1;
  const share = (value: number) => ((value - bottom) / span) * 100;
  const marked = hovered ?? pickedIndex;
  const hoveredRow = hovered === null ? undefined : rows[hovered];

  const indexAt = (event: { clientX: number; currentTarget: Element }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * rows.length);
    return Math.min(Math.max(at, 0), rows.length - 1);
  };
  const hover = (event: PointerEvent) => {
    // A finger hides what it touches, and leaves nothing behind that would take the note away.
    if (event.pointerType !== 'touch') setHovered(indexAt(event));
  };

  return (
    <div aria-hidden className={cx('pt-2 pb-1', axisRoom)}>
      {axisUnit && <p className="-ml-16 pb-2 text-xs text-ink-3 md:-ml-17">{axisUnit}</p>}
      <div className={cx('relative', height)}>
        {ticks.map((tick) => (
          <div
            key={tick}
            className={cx(
              'absolute inset-x-0 border-t',
              tick === 0 && bottom < 0 ? 'border-line-strong' : 'border-line-soft',
            )}
            style={{ bottom: `${share(tick)}%` }}
          >
            <span className="tabular absolute right-full mr-2 -translate-y-1/2 text-xs whitespace-nowrap text-ink-3">
              {axisText(tick)}
            </span>
          </div>
        ))}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons beside the picture are for the keyboard */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: same */}
        <div
          className="absolute inset-0 flex cursor-pointer"
          onPointerMove={hover}
          onPointerLeave={() => setHovered(null)}
          onClick={(event) => {
            const index = indexAt(event);
            const row = rows[index];
            if (row) onPick(row, index);
          }}
        >
          {rows.map((row, index) => (
            <div
              key={keyOf(row)}
              className={cx('flex min-w-0 flex-1 justify-center', index === marked && 'bg-hover')}
            >
              <div className="flex w-[72%] justify-center gap-px md:gap-0.5">
                {columns.map((stack, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a chart keep their order
                  <div key={at} className="relative max-w-14 flex-1">
                    {segments(stack, row).map(({ colour, from, to, outer }) => (
                      <span
                        key={colour}
                        data-bar
                        className={cx(
                          'absolute inset-x-0',
                          colour,
                          outer && (to > from ? 'rounded-t-[3px]' : 'rounded-b-[3px]'),
                        )}
                        style={{
                          bottom: `${share(Math.min(from, to))}%`,
                          height: `max(${(Math.abs(to - from) / span) * 100}%, 1px)`,
                        }}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </div>
          ))}
          {line && (
            <svg
              aria-hidden="true"
              className="pointer-events-none absolute inset-0 size-full overflow-visible"
              viewBox={`0 0 ${rows.length * 10} 100`}
              preserveAspectRatio="none"
            >
              <path
                d={straightPath(lineValues.map((value, at) => [at * 10 + 5, 100 - share(value)] as const))}
                vectorEffect="non-scaling-stroke"
                className={cx('fill-none stroke-2', line.stroke)}
                strokeLinejoin="round"
              />
            </svg>
          )}
          {line && marked !== undefined && rows[marked] && (
            <span
              className={cx(
                'pointer-events-none absolute size-2 -translate-x-1/2 translate-y-1/2 rounded-full ring-2 ring-surface',
                line.dot,
              )}
              style={{
                left: `${((marked + 0.5) / rows.length) * 100}%`,
                bottom: `${share(lineValues[marked] ?? 0)}%`,
              }}
            />
          )}
        </div>
        {hovered !== null && hoveredRow && (
          <div
            className="pointer-events-none absolute top-0 z-10 mx-1.5 min-w-44 rounded-sm border border-line bg-raised px-2.5 py-1.5 text-sm shadow-float"
            style={
              hovered < rows.length / 2
                ? { left: `${((hovered + 1) / rows.length) * 100}%` }
                : { right: `${(1 - hovered / rows.length) * 100}%` }
            }
          >
            {note(hoveredRow)}
          </div>
        )}
      </div>
    </div>
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** From where to where each part of a stack reaches; the last part of either side has the round end. */
function segments<T>(stack: readonly ChartSeries<T>[], row: T) {
  let up = 0;
  let down = 0;
  const all = stack
    .map((series) => ({ colour: series.colour, value: series.value(row) }))
    .filter(({ value }) => value !== 0)
    .map(({ colour, value }) => {
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      return { colour, from, to: from + value };
    });
  return all.map((part) => ({ ...part, outer: part.to === (part.to > 0 ? up : down) }));
}
