import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** What is known about a record, name at the left and value at the right; a fact without a value is left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col">
      {facts
        .filter(({ value }) => ![null, undefined, false, ''].some((nothing) => nothing === value))
        .map((fact) => (
          <div
            key={fact.label}
            className="flex items-baseline justify-between gap-4 border-b border-line-soft py-1.5 last:border-b-0"
          >
            <dt className="shrink-0 text-ink-2">{fact.label}</dt>
            <dd className="tabular min-w-0 text-right wrap-anywhere">{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
