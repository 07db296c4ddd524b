import type { ReactNode } from 'react';
import { cx } from '@/shared/lib/cx';

export interface CardProps {
  title?: ReactNode;
  actions?: ReactNode;
  /** Content reaches the edges, for tables. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Card({ title, actions, flush, className, children }: CardProps) {
  return (
    <section
      className={cx(
        'min-w-0 overflow-hidden rounded-lg border border-line bg-surface shadow-lift',
        className,
      )}
    >
      {(title || actions) && (
        <header className="flex min-h-11 items-center justify-between gap-3 px-4 pt-2">
          <h2 className="font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : title || actions ? 'px-4 pt-1.5 pb-4' : 'p-4'}>{children}</div>
    </section>
  );
}
