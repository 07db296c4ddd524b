import { Copy, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { isSelected, nothingSelected, type Selection } from '@/shared/ui/selection';
import type { DataColumn, PagedRows } from '@/shared/ui/tableTypes';
import { toast } from '@/shared/ui/toast';
import { rowsAsText } from './rowsAsText';

/** What rows are worth, by currency; amounts of two currencies are never one sum. */
export type Worth<T> = (row: T) => { cents: number; currency: string };

export interface SelectionBarProps<T extends { id: string }> {
  selection: Selection;
  onSelection: (selection: Selection) => void;
  query: PagedRows<T>;
  columns: readonly DataColumn<T>[];
  worth?: Worth<T>;
}

/** How many rows are selected, what they are worth, and what can be done with them. */
export function SelectionBar<T extends { id: string }>(props: SelectionBarProps<T>) {
  const { selection, onSelection, query, columns, worth } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const selected = rowsOf(query.data).filter(({ id }) => isSelected(selection, id));
  const unread = selection.all && query.hasNextPage;
  const formatted = format.number(selected.length);
  const sums = new Map<string, number>();
  if (worth && !unread)
    for (const { cents, currency } of selected.map(worth))
      sums.set(currency, (sums.get(currency) ?? 0) + cents);

  const copy = async () => {
    let { data, hasNextPage } = query;
    // All that match are copied, not those alone that somebody has scrolled to.
    while (selection.all && hasNextPage) {
      const next = await query.fetchNextPage();
      if (next.isFetchNextPageError) return;
      ({ data, hasNextPage } = next);
    }
    const rows = rowsOf(data).filter(({ id }) => isSelected(selection, id));
    try {
      await navigator.clipboard.writeText(rowsAsText(columns, rows));
      toast.done(t('kit.copied'), {
        detail: t('kit.selected', { count: rows.length, formatted: format.number(rows.length) }),
      });
    } catch {
      toast.failed(t('kit.copyRowsFailed'));
    }
  };
  return (
    <div role="toolbar" aria-label={t('kit.selection')} className="-mb-1 flex shrink-0 justify-center pt-3">
      <div className="flex items-center gap-3 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-4 shadow-float">
        <span aria-live="polite" className="tabular font-medium">
          {unread
            ? t('kit.selectedMore', { formatted })
            : t('kit.selected', { count: selected.length, formatted })}
        </span>
        {[...sums].map(([currency, cents]) => (
          <span key={currency} className="tabular text-ink-2">
            {format.money(cents, currency)}
          </span>
        ))}
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          {t('kit.copyRows')}
        </Button>
        <IconButton icon={X} label={t('kit.clearSelection')} onClick={() => onSelection(nothingSelected)} />
      </div>
    </div>
  );
}
