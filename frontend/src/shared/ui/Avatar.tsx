import { initials } from '@/shared/format/phone';
import { cx } from '@/shared/lib/cx';

export function Avatar({ name, size = 'sm' }: { name: string; size?: 'sm' | 'md' }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      data-initials={initials(name)}
      className={cx(
        'drawn-initials inline-flex shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-semibold text-on-accent-soft',
        size === 'sm' ? 'size-5 text-[0.5625rem]' : 'size-7 text-xs',
      )}
    />
  );
}
