import type { ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';
import { Figure } from './Figure';
import { Skeleton } from './Skeleton';
import { Sparkline } from './Sparkline';

export interface KpiTileProps {
  label: string;
  /** The figure, already formatted, with its shorter forms; undefined while it loads. */
  value?: string | readonly string[];
  /** `+4,2%`; the tone says whether it is good news, not whether it went up. */
  change?: { text: string; tone: 'paid' | 'overdue' | 'neutral' };
  note?: ReactNode;
  trend?: readonly number[];
  /** Opens the rows behind the figure; needs `openLabel`, which says so. */
  onOpen?: () => void;
  openLabel?: string;
}

/** Five tiles: in one row where each has room for its figure, else three over two. */
export const kpiGrid =
  'grid grid-cols-2 gap-3 max-md:*:last:col-span-2 md:grid-cols-6 md:*:col-span-2 md:*:nth-[n+4]:col-span-3 xl:grid-cols-5 xl:*:col-span-1!';

const tones = { paid: 'text-paid-ink', overdue: 'text-overdue-ink', neutral: 'text-ink-2' };

export function KpiTile({ label, value, change, note, trend, onOpen, openLabel }: KpiTileProps) {
  return (
    <section
      aria-label={label}
      className={cx(
        'relative min-w-0 rounded-lg border border-line bg-surface px-3.5 py-3 shadow-lift',
        onOpen && 'hover:border-line-strong',
      )}
    >
      <h2 className="truncate text-ink-2">{label}</h2>
      {value === undefined ? (
        <Skeleton className="my-1 h-5.5 w-28" />
      ) : (
        <p className="tabular text-xl font-semibold tracking-tight">
          <Figure forms={typeof value === 'string' ? [value] : value} />
        </p>
      )}
      <div className="flex min-h-6.5 items-end justify-between gap-2">
        {/* The line beside it yields first, then the note takes a second line: the change itself is never cut. */}
        <p className="max-w-full shrink-0 text-sm leading-4 text-ink-3">
          {change && (
            <span className={cx('tabular whitespace-nowrap', tones[change.tone])}>{change.text}</span>
          )}{' '}
          {note}
        </p>
        {trend && (
          <span className="w-17.5 min-w-0 shrink max-sm:hidden">
            <Sparkline values={trend} />
          </span>
        )}
      </div>
      {onOpen && (
        <button
          type="button"
          aria-label={openLabel}
          onClick={onOpen}
          className="absolute inset-0 rounded-lg"
        />
      )}
    </section>
  );
}
