import { Copy, Pencil, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction, ListQuestion } from '@/shared/api/gen';
import { rowsOf } from '@/shared/api/pages';
import { type Bulk, type BulkUse, isFinal } from '@/shared/bulk/actions';
import BulkDialog from '@/shared/bulk/BulkDialog';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { isSelected, nothingSelected, type Selection } from '@/shared/ui/selection';
import type { DataColumn, PagedRows } from '@/shared/ui/tableTypes';
import { toast } from '@/shared/ui/toast';
import { useFigures } from '@/shared/views/useFigures';
import { rowsAsText } from './rowsAsText';

/** As many as one order may be about; of more than can be counted so many are meant. */
const most = 100_000;

/** What rows are worth, by currency; amounts of two currencies are never one sum. */
export type Worth<T> = (row: T) => { cents: number; currency: string };

export interface SelectionBarProps<T extends { id: string }> {
  selection: Selection;
  onSelection: (selection: Selection) => void;
  query: PagedRows<T>;
  columns: readonly DataColumn<T>[];
  worth?: Worth<T>;
  /** What can be done with many of them at once. */
  bulk?: Bulk;
  question: ListQuestion;
  /** Something is done with them. */
  onJob: (id: string) => void;
}

/** How many rows are selected, what they are worth, and what can be done with them. */
export default function SelectionBar<T extends { id: string }>(props: SelectionBarProps<T>) {
  const { selection, onSelection, query, columns, worth, bulk, question, onJob } = props;
  const [use, setUse] = useState<BulkUse | null>(null);
  const figures = useFigures(question, selection.all);
  const { t } = useTranslation();
  const format = useFormat();
  const selected = rowsOf(query.data).filter(({ id }) => isSelected(selection, id));
  const unread = selection.all && query.hasNextPage;
  const all = selection.all && figures.data ? figures.data.row_count - selection.except.size : undefined;
  const count = all ?? selected.length;
  const formatted = format.number(count);
  const run = async (action: BulkAction) => {
    if (!bulk) return;
    const told = figures.data?.more ? most : (figures.data?.row_count ?? 0);
    const { data } = await bulk.send({
      body: selection.all
        ? {
            action,
            question: { kind: question.kind, filters: question.filters },
            except_ids: [...selection.except],
            expected_count: Math.max(0, told - selection.except.size),
          }
        : {
            action,
            // What somebody has changed since it was on screen is not written over.
            records: selected.map((row) => ({ id: row.id, version: (row as { version?: number }).version })),
          },
      throwOnError: true,
    });
    onSelection(nothingSelected);
    onJob(data.id);
  };
  const sums = new Map<string, number>();
  if (worth && !unread)
    for (const { cents, currency } of selected.map(worth))
      sums.set(currency, (sums.get(currency) ?? 0) + cents);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !use) onSelection(nothingSelected);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onSelection, use]);
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
          {unread && all === undefined
            ? t('kit.selectedMore', { formatted })
            : t('kit.selected', { count, formatted })}
        </span>
        {[...sums].map(([currency, cents]) => (
          <span key={currency} className="tabular text-ink-2">
            {format.money(cents, currency)}
          </span>
        ))}
        <Button size="sm" icon={Copy} onClick={() => void copy()}>
          {t('kit.copyRows')}
        </Button>
        {bulk && bulk.actions.length > 0 && (
          <Menu
            align="end"
            trigger={
              <Button size="sm" icon={Pencil}>
                {t('bulk.change')}
              </Button>
            }
          >
            {bulk.actions.map((one) => (
              <MenuItem key={one.type} danger={isFinal(one)} onSelect={() => setUse(one)}>
                {t(`bulk.actions.${one.type}`)}
              </MenuItem>
            ))}
          </Menu>
        )}
        <IconButton icon={X} label={t('kit.clearSelection')} onClick={() => onSelection(nothingSelected)} />
      </div>
      {use && (
        <BulkDialog
          use={use}
          count={count}
          more={selection.all && figures.data?.more === true}
          onRun={run}
          onClose={() => setUse(null)}
        />
      )}
    </div>
  );
}
