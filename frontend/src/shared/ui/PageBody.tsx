import type { ReactNode } from 'react';

/** The page under its header: fills what is left, so that a table inside scrolls by itself. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="flex min-h-0 flex-1 flex-col px-4 pt-1 pb-4 md:px-5 md:pb-5">{children}</div>;
}
