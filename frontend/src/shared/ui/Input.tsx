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

interface Limited {
  /**
   * Characters that the server takes. Browsers count halves of some of them: their own limit only stops what is too long in
   * any case, and the rule of the form (`atMost`) says the rest.
   */
  most?: number;
}

export function Input({ className, type = 'text', most, ...rest }: ComponentProps<'input'> & Limited) {
  return (
    <input
      {...useFieldControl()}
      maxLength={most && most * 2}
      {...rest}
      type={type}
      className={cx(controlClass, 'h-8 read-only:bg-background', className)}
    />
  );
}

export function Textarea({ className, rows = 3, most, ...rest }: ComponentProps<'textarea'> & Limited) {
  return (
    <textarea
      {...useFieldControl()}
      maxLength={most && most * 2}
      {...rest}
      rows={rows}
      className={cx(controlClass, 'resize-y py-1.5 read-only:bg-background', className)}
    />
  );
}
