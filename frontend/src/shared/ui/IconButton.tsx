import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '@/shared/lib/cx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon;
  /** The accessible name; also shown as the browser's tooltip. */
  label: string;
  size?: 'sm' | 'md';
  variant?: 'ghost' | 'secondary';
}

export function IconButton({
  icon: Icon,
  label,
  size = 'md',
  variant = 'ghost',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-sm text-ink-2 transition-colors duration-100',
        'hover:not-disabled:bg-hover hover:not-disabled:text-ink disabled:opacity-50 data-popup-open:bg-hover',
        // The target stays 44 px under a finger while the drawing stays small.
        'relative pointer-coarse:before:absolute pointer-coarse:before:-inset-1.5 pointer-coarse:before:content-[""]',
        size === 'md' ? 'size-8' : 'size-6',
        variant === 'secondary' && 'border border-line bg-surface',
        className,
      )}
    >
      <Icon aria-hidden className={size === 'md' ? 'size-4' : 'size-3.5'} strokeWidth={1.75} />
    </button>
  );
}
