import type { Format } from '@/shared/format/useFormat';
import { marginShare } from './portfolioFigures';

/** What is left of a contract's revenue, as a bar and as a figure. A loss has an empty bar and says so in red. */
export function MarginBar({
  amountCents,
  costCents,
  format,
}: {
  amountCents: number;
  costCents: number;
  format: Format;
}) {
  const share = marginShare(amountCents, costCents);
  if (share === null) return <span className="text-ink-3">—</span>;
  const width = Math.min(Math.max(share, 0), 1) * 100;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1 w-14 shrink-0 overflow-hidden rounded-full bg-line">
        <span className="block h-full rounded-full bg-paid" style={{ width: `${width}%` }} />
      </span>
      <span className={share < 0 ? 'tabular text-overdue-ink' : 'tabular text-ink'}>
        {format.percent(share, 0)}
      </span>
    </span>
  );
}
