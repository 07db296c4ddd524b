import type { ReactNode } from 'react';

/** The page of a setting under its header: cards from the edge at which the lists of the settings begin, too. */
export function SettingsBody({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="flex w-full max-w-5xl flex-col gap-3 px-4 pt-1 pb-6 md:px-5">
      {children}
    </section>
  );
}
