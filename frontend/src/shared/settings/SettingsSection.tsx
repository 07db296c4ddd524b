import type { ReactNode } from 'react';
import { Card } from '@/shared/ui/Card';

/** One subject of the settings: what it is about at the left, its controls at the right. */
export function SettingsSection({
  title,
  text,
  children,
}: {
  title: string;
  text: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-[14rem_1fr]">
        <header>
          <h2 className="font-semibold">{title}</h2>
          <p className="mt-0.5 text-sm text-ink-2">{text}</p>
        </header>
        <div className="min-w-0">{children}</div>
      </div>
    </Card>
  );
}
