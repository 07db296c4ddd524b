import type { ComponentProps } from 'react';
import { cx } from '@/shared/lib/cx';
import { useFieldControl } from './Field';

/** The frame shared by every control one types or chooses in. */
export const controlClass = cx(
  'w-full min-w-0 rounded-sm border border-line bg-surface px-2.5 text-base text-ink',
  'transition-colors duration-100 hover:border-line-strong',
  'focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1',
  'aria-invalid:border-overdue aria-invalid:outline-overdue',
  'disabled:bg-background disabled:text-ink-3',
);

export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      type={type}
      className={cx(controlClass, 'h-8 read-only:bg-background', className)}
    />
  );
}

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      {...rest}
      rows={rows}
      className={cx(controlClass, 'resize-y py-1.5 read-only:bg-background', className)}
    />
  );
}
