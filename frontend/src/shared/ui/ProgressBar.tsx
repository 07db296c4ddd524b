import { cx } from '@/shared/lib/cx';

export interface ProgressBarProps {
  /** 0 to 1; null while the end is not known. */
  value: number | null;
  label: string;
  tone?: 'accent' | 'paid' | 'attention' | 'overdue';
  className?: string;
}

const tones = { accent: 'bg-accent', paid: 'bg-paid', attention: 'bg-attention', overdue: 'bg-overdue' };

export function ProgressBar({ value, label, tone = 'accent', className }: ProgressBarProps) {
  const share = value === null ? null : Math.min(Math.max(value, 0), 1);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      className={cx('block h-1.5 overflow-hidden rounded-full bg-line', className)}
    >
      <span
        className={cx(
          'block h-full rounded-full transition-[width] duration-300',
          tones[tone],
          share === null && 'shimmer',
        )}
        style={{ width: `${(share ?? 1) * 100}%` }}
      />
    </span>
  );
}
