import type { ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';

/** The meaning of a state, not its colour: `paid` is settled or good, `attention` needs a look, `overdue` is late or lost. */
export type Tone = 'neutral' | 'accent' | 'paid' | 'attention' | 'overdue';

const tones: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-ink-2',
  accent: 'bg-accent-soft text-on-accent-soft',
  paid: 'bg-paid-soft text-paid-ink',
  attention: 'bg-attention-soft text-attention-ink',
  overdue: 'bg-overdue-soft text-overdue-ink',
};

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-center truncate rounded-[5px] px-1.5 py-0.5 text-sm font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
