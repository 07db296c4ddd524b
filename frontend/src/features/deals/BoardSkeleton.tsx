import type { Stage } from '@/shared/api/gen';
import { placeholders } from '@/shared/lib/placeholders';
import { Skeleton } from '@/shared/ui/Skeleton';

/** The board before it has come: its columns, and cards in their size. */
export function BoardSkeleton({ stages }: { stages?: readonly Stage[] }) {
  const columns = stages?.filter((stage) => stage.type === 'open').map((stage) => stage.name) ?? [
    '1',
    '2',
    '3',
    '4',
    '5',
  ];
  return (
    <div aria-hidden className="flex min-h-0 flex-1 gap-3 overflow-hidden px-4 pt-1 md:px-5">
      {columns.map((name, column) => (
        <div key={name} className="flex w-[82vw] shrink-0 flex-col gap-2 md:w-auto md:min-w-50 md:flex-1">
          <Skeleton className="mx-1 h-4 w-24" />
          <Skeleton className="mx-1 mb-1 h-4 w-36" />
          {placeholders(6 - (column % 3)).map((card) => (
            <div
              key={card}
              className="flex h-27 flex-col justify-between rounded-lg border border-line bg-surface p-2.5"
            >
              <Skeleton className="h-3 w-4/5" />
              <Skeleton className="h-3 w-1/2" />
              <Skeleton className="h-3 w-2/5" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
