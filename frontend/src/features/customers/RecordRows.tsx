import type { ReactNode } from 'react';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';

/** The first rows of what belongs to a record, while they load, when there are none, and when they could not be read. */
export function RecordRows<T extends { id: string }>({
  query,
  empty,
  children,
}: {
  query: { data: { data: T[] } | undefined; error: unknown; refetch: () => unknown };
  empty: string;
  children: (row: T) => ReactNode;
}) {
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) {
    return (
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="h-5 w-3/5" />
      </div>
    );
  }
  if (query.data.data.length === 0) return <p className="p-4 pt-2 text-ink-2">{empty}</p>;
  return (
    <ul className="pb-1">
      {query.data.data.map((row) => (
        <li key={row.id} className="border-b border-line-soft last:border-b-0">
          {children(row)}
        </li>
      ))}
    </ul>
  );
}
