import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';

/** Rows that are typed one under the other: each can be taken away, one more added. */
export function RowList<Row>({
  rows,
  onChange,
  fresh,
  most,
  label,
  add,
  remove,
  locked,
  children,
}: {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** What a new one is. */
  fresh: () => Row;
  most: number;
  label: string;
  add: string;
  remove: (row: Row) => string;
  locked: boolean;
  children: (row: Row, change: (next: Row) => void) => ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1.5">
      {rows.length > 0 && (
        <ul aria-label={label} className="flex flex-col gap-1.5">
          {rows.map((row, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              key={at}
              className="flex flex-wrap items-center gap-1.5 sm:flex-nowrap"
            >
              {children(row, (next) => onChange(rows.with(at, next)))}
              {!locked && (
                <IconButton
                  icon={X}
                  size="sm"
                  label={remove(row)}
                  onClick={() => onChange(rows.toSpliced(at, 1))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!locked && rows.length < most && (
        <Button
          icon={Plus}
          variant="ghost"
          className="self-start"
          onClick={() => onChange([...rows, fresh()])}
        >
          {add}
        </Button>
      )}
    </div>
  );
}
