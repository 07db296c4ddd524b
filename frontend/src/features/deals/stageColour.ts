import type { Stage } from '@/shared/api/gen';

const open = [
  'bg-ink-3',
  'bg-series-1',
  'bg-series-4',
  'bg-series-3',
  'bg-series-2',
  'bg-series-5',
  'bg-series-6',
];

/** A dot per stage: open ones in a row of their own, won and lost in the colours of their meaning. */
export function stageColours(stages: readonly Pick<Stage, 'id' | 'type'>[]): Map<string, string> {
  let next = 0;
  return new Map(
    stages.map((stage) => {
      if (stage.type === 'won') return [stage.id, 'bg-paid'];
      if (stage.type === 'lost') return [stage.id, 'bg-overdue'];
      return [stage.id, open[next++ % open.length] ?? 'bg-ink-3'];
    }),
  );
}
