import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';

/** A link of a mail that no longer opens anything, and what to do instead. */
export function DeadLink({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div role="alert" className="flex items-start gap-2.5">
      <Unlink aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
      <div className="flex flex-col gap-2">
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
