import { useNavigate } from '@tanstack/react-router';
import { Plus, SearchX } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { type Place, useHref } from '@/shared/lib/useHref';
import { type ListSearch, type OnSearch, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { type ResourceKind, resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { DataTable, type DataTableProps } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { headState, nothingSelected } from '@/shared/ui/selection';
import { visibleColumns } from '@/shared/ui/tableLayout';
import type { PagedRows } from '@/shared/ui/tableTypes';
import { ColumnsButton } from './ColumnsButton';
import type { SelectionBarProps } from './SelectionBar';
import { useTableLayout } from './useTableLayout';

const SelectionBar = lazy(async () => ({ default: (await import('./SelectionBar')).SelectionBar })) as <
  T extends { id: string },
>(
  props: SelectionBarProps<T>,
) => ReactNode;

export interface ListPageProps<T extends { id: string }, S extends ListSearch>
  extends Pick<DataTableProps<T>, 'columns' | 'narrow'> {
  query: PagedRows<T>;
  /** What is listed: its row of the table of records says title, icon, right and the word for a new one. */
  kind: ResourceKind;
  /** What the table lists, when that is more than the title says. */
  label?: string;
  search: S;
  onSearch: OnSearch<S>;
  defaultSort: NonNullable<S['sort']>;
  /** Filters of this list in the address, beside the words. */
  filters?: { names: readonly (keyof S)[]; chips: ReactNode };
  texts: {
    search: string;
    empty: string;
    emptyText: string;
    nothing: string;
    nothingText?: string;
  };
  /** What a row is worth, for the sum of those that are selected. */
  worth?: SelectionBarProps<T>['worth'];
  /** Where a row is opened; absent: in the panel beside the list. */
  placeOf?: (row: T) => Place;
  panel?: (id: string, close: () => void) => ReactNode;
  form?: (close: () => void, done: (record: { id: string }) => void) => ReactNode;
  /** What makes a new one, where that is no form over the list. */
  create?: ReactNode;
  /** Beside it where there is nothing yet. */
  emptyAction?: ReactNode;
}

/**
 * A list with its filters, the panel of one record and the form for a new one; all of it in the address. What is no such
 * page (board, dashboard) uses `useRows`, `useRecordEditor` and `FormDialog` by themselves.
 */
export function ListPage<T extends { id: string }, S extends ListSearch>(props: ListPageProps<T, S>) {
  const { kind, label, search, onSearch, filters, texts, panel, form, defaultSort, query } = props;
  const { t } = useTranslation();
  const { icon, write, text, create: making } = resourceOf(kind);
  const title = t(`shell.nav.${text}`);
  useLiveQuery(kind);
  const can = useCan();
  const navigate = useNavigate();
  const href = useHref();
  const mayWrite = can(write);
  const { open, close, create } = useRecordPanel({ search, onSearch }, mayWrite && form !== undefined);
  const [layout, setLayout] = useTableLayout(write);
  const names = ['q' as keyof S, ...(filters?.names ?? [])];
  const filtered = names.some((name) => search[name] !== undefined);
  // Other filters, other rows: what was selected among the former ones is not meant any more.
  const asked = JSON.stringify(names.map((name) => search[name] ?? null));
  const [chosen, setChosen] = useState({ asked, selection: nothingSelected });
  const selection = chosen.asked === asked ? chosen.selection : nothingSelected;
  const select = (next: typeof selection) => setChosen({ asked, selection: next });
  const clear = () => onSearch(Object.fromEntries(names.map((name) => [name, undefined])) as Partial<S>);
  const newButton = mayWrite
    ? (props.create ?? (
        <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
          {t(making.text)}
        </Button>
      ))
    : null;
  const placeOf =
    props.placeOf ??
    ((row: T): Place => ({
      to: '.',
      search: (before: S) => ({ ...before, id: row.id, new: undefined }),
    }));
  return (
    <>
      <PageHeader
        title={title}
        filters={
          <>
            {filters?.chips}
            <SearchBox
              label={texts.search}
              value={search.q ?? ''}
              onChange={(q) => onSearch({ q: q.trim() || undefined } as Partial<S>, { replace: true })}
            />
            {filtered && (
              <Button variant="ghost" size="sm" onClick={clear}>
                {t('kit.clearFilters')}
              </Button>
            )}
            <ColumnsButton columns={props.columns} layout={layout} onChange={setLayout} />
            <RowCount query={query} />
          </>
        }
        actions={newButton}
      />
      <PageBody>
        <DataTable
          label={label ?? title}
          columns={props.columns}
          layout={layout}
          onLayout={setLayout}
          selection={selection}
          onSelection={select}
          query={query}
          narrow={props.narrow}
          sort={search.sort ?? defaultSort}
          onSort={(sort) => onSearch({ sort } as Partial<S>)}
          hrefOf={(row) => href(placeOf(row))}
          onOpen={(row) => (props.placeOf ? void navigate(placeOf(row) as never) : open(row.id))}
          openId={search.id}
          empty={
            filtered ? (
              <EmptyState
                icon={SearchX}
                title={texts.nothing}
                text={texts.nothingText ?? t('kit.changeFilters')}
                action={<Button onClick={clear}>{t('kit.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState
                icon={icon}
                title={texts.empty}
                text={texts.emptyText}
                action={
                  props.emptyAction ? (
                    <span className="flex flex-wrap justify-center gap-2">
                      {props.emptyAction}
                      {newButton}
                    </span>
                  ) : (
                    newButton
                  )
                }
              />
            )
          }
        />
        {headState(selection) !== false && (
          <Suspense>
            <SelectionBar
              selection={selection}
              onSelection={select}
              query={query}
              columns={visibleColumns(layout, props.columns)}
              worth={props.worth}
            />
          </Suspense>
        )}
      </PageBody>
      <Suspense>
        {search.id && panel?.(search.id, close)}
        {search.new && mayWrite && form?.(close, (record) => open(record.id))}
      </Suspense>
    </>
  );
}

/** How many there are, once that is known: a list says it with its last page. */
function RowCount<T extends { id: string }>({ query }: Pick<DataTableProps<T>, 'query'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = rowsOf(query.data).length;
  if (query.isPending || count === 0) return null;
  const formatted = format.number(count);
  return (
    <span className="tabular text-sm text-ink-3 max-sm:hidden">
      {query.hasNextPage ? t('kit.rowsMore', { formatted }) : t('kit.rows', { count, formatted })}
    </span>
  );
}
