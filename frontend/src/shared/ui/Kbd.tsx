import type { ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';

/** A key to press. Hidden from screen readers, which get `aria-keyshortcuts`, and from touch screens. */
export function Kbd({
  children,
  tone = 'framed',
}: {
  children: ReactNode;
  tone?: 'framed' | 'plain' | 'on-accent';
}) {
  return (
    <kbd
      aria-hidden
      className={cx(
        'font-sans text-sm font-normal max-md:hidden pointer-coarse:hidden',
        tone === 'framed' && 'rounded-[4px] border border-line bg-surface px-1 text-xs text-ink-3',
        tone === 'plain' && 'text-ink-3',
        tone === 'on-accent' && 'opacity-90',
      )}
    >
      {children}
    </kbd>
  );
}
