import type { ReactNode } from 'react';
import { Card } from '@/shared/ui/Card';

export interface RecordHeaderProps {
  title: string;
  badge: ReactNode;
  /** In a line under the title: whose it is, of when. */
  detail: ReactNode;
  actions: ReactNode;
  above?: ReactNode;
  children?: ReactNode;
}

/** The head of a record's page: what it is, its state, and what may be done with it. */
export function RecordHeader({ title, badge, detail, actions, above, children }: RecordHeaderProps) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-0.5">
        <div className="min-w-0 flex-1 max-md:basis-full">
          {above}
          <div className="flex flex-wrap items-center gap-2.5">
            <h2 className="tabular text-xl font-semibold tracking-tight wrap-anywhere">{title}</h2>
            {badge}
          </div>
        </div>
        {/* On a phone the facts come first, on a wide screen they have the whole line under title and buttons. */}
        <div className="flex flex-wrap gap-2 max-md:order-1 max-md:mt-2.5 md:shrink-0 md:justify-end">
          {actions}
        </div>
        <p className="tabular basis-full text-ink-2 wrap-anywhere">{detail}</p>
      </div>
      {children}
    </Card>
  );
}
