import { useNavigate } from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { Download, Plus, SearchX } from 'lucide-react';
import { Fragment, lazy, type ReactNode, type Ref, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListKind } from '@/shared/api/gen';
import { rowsOf } from '@/shared/api/pages';
import type { Bulk, BulkUse } from '@/shared/bulk/actions';
import { useCustomColumns } from '@/shared/custom/useCustomColumns';
import { isCustomKind } from '@/shared/custom/useCustomFields';
import { useFormat } from '@/shared/format/useFormat';
import { withTexts } from '@/shared/i18n';
import { textOr } from '@/shared/lib/humanise';
import { type Place, useHref } from '@/shared/lib/useHref';
import { type ListSearch, type OnSearch, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { type ExpandingKind, placeOf, type ResourceKind, resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Chip } from '@/shared/ui/Chip';
import { DataTable, type DataTableProps } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { headState, nothingSelected } from '@/shared/ui/selection';
import { visibleColumns } from '@/shared/ui/tableLayout';
import type { PagedRows } from '@/shared/ui/tableTypes';
import { plainWords, type QuestionWords } from '@/shared/views/question';
import type { ViewBarProps } from '@/shared/views/ViewBar';
import { ColumnsButton } from './ColumnsButton';
import type { SelectionBarProps } from './SelectionBar';
import type { Filter } from './useFilters';
import { useTableLayout } from './useTableLayout';

// With words of its own, and beside the list nobody waits for it.
const RecordBeside = lazy(() => withTexts(['loop'], () => import('@/shared/loop/RecordBeside')));
const ViewBar = lazy(() => withTexts(['views'], () => import('@/shared/views/ViewBar'))) as <
  S extends ListSearch,
>(
  props: ViewBarProps<S>,
) => ReactNode;
const ListTotal = lazy(() => import('@/shared/views/ListTotal'));
const ListFigures = lazy(() => withTexts(['views'], () => import('@/shared/views/ListFigures')));

const CustomFilterChips = lazy(() =>
  withTexts(['customFields'], () => import('@/shared/custom/CustomFilterChips')),
);

const SelectionBar = lazy(() => withTexts(['bulk'], () => import('./SelectionBar'))) as <
  T extends { id: string },
>(
  props: SelectionBarProps<T>,
) => ReactNode;
const ExportDialog = lazy(() => withTexts(['exports'], () => import('@/shared/exports/ExportDialog')));
const BulkBar = lazy(() => withTexts(['bulk'], () => import('@/shared/bulk/BulkBar')));

export interface ListPageProps<T extends { id: string }, S extends ListSearch>
  extends Pick<DataTableProps<T>, 'columns' | 'narrow' | 'lead' | 'onKey'> {
  query: PagedRows<T>;
  /** What is listed: its row of the table of records says title, icon, right and the word for a new one. */
  kind: ResourceKind;
  /** What the page is called, when it is not the first one of its kind. */
  title?: string;
  /** Beside the button for a new one. */
  actions?: ReactNode;
  /** The column below which stands what all rows are worth together. */
  totals?: string;
  /** What the table lists, when that is more than the title says. */
  label?: string;
  search: S;
  onSearch: OnSearch<S>;
  defaultSort: NonNullable<S['sort']>;
  /** Filters of this list in the address, beside the words. */
  filters?: readonly Filter<S>[];
  /** How its address says its question, where that is not by the names of the API. */
  words?: QuestionWords<S>;
  /** Where its words are: what is searched, and what is said where there is nothing. */
  texts: ListTexts;
  /** A page of its own above the rows (figures, charts): it has its own name, and its rows are not searched by words. */
  above?: { title: string; actions: ReactNode; node: ReactNode; table: Ref<HTMLElement> };
  /** What a row is worth, for the sum of those that are selected. */
  worth?: SelectionBarProps<T>['worth'];
  /** What can be done with many of them at once, by who may write them. */
  bulk?: Bulk;
  /** One of them, beside the list; absent: a row is opened on its own page. */
  panel?: (id: string, close: () => void) => ReactNode;
  form?: (close: () => void, done: (record: { id: string }) => void) => ReactNode;
  /** What a new one begins with on a page of its own, where there is no form over the list. */
  begins?: object;
  /** Beside it where there is nothing yet. */
  emptyAction?: ReactNode;
}

type ListOf<Key> = Key extends `${infer Of}.list.search` ? `${Of}.list` : never;
type ListTexts = ListOf<ParseKeys>;

/**
 * A list with its filters, the panel of one record and the form for a new one; all of it in the address. What is no such
 * page (board, dashboard) uses `useRows`, `useRecordEditor` and `FormDialog` by themselves.
 */
export function ListPage<T extends { id: string }, S extends ListSearch>(props: ListPageProps<T, S>) {
  const {
    kind,
    label,
    search,
    onSearch,
    filters = [],
    texts,
    above,
    panel,
    form,
    defaultSort,
    query,
  } = props;
  const { t } = useTranslation();
  const { icon, write, text, table, create: making } = resourceOf(kind);
  const title = above?.title ?? props.title ?? t(`shell.nav.${text}`);
  useLiveQuery(kind);
  const can = useCan();
  const navigate = useNavigate();
  const href = useHref();
  const mayWrite = can(write);
  const { open, close, create } = useRecordPanel({ search, onSearch });
  const newPage = { ...making.at, search: props.begins };
  useShortcut('n', () => (form ? create() : void navigate(newPage as never)), mayWrite);
  const custom = useCustomColumns<T>(table);
  const columns = [...props.columns, ...custom];
  const { layout, setLayout, reset, showView } = useTableLayout(write, columns, search.view);
  const names: readonly (keyof S)[] = ['q', ...filters.flatMap((filter) => filter.names)];
  const filtered = search.more !== undefined || names.some((name) => search[name] !== undefined);
  const words = props.words ?? plainWords<S>(names as readonly (keyof S & string)[]);
  // Other filters, other rows: what was selected among the former ones is not meant any more.
  const asked = JSON.stringify([search.more, ...names.map((name) => search[name] ?? null)]);
  const [chosen, setChosen] = useState({ asked, selection: nothingSelected });
  const selection = chosen.asked === asked ? chosen.selection : nothingSelected;
  const select = (next: typeof selection) => setChosen({ asked, selection: next });
  const [job, setJob] = useState<string>();
  const [exporting, setExporting] = useState(false);
  const bulk = props.bulk && {
    ...props.bulk,
    actions: [...props.bulk.actions, ...(custom.length > 0 ? [setCustom(table)] : [])],
  };
  const question = { kind: table as ListKind, filters: { ...words.filters(search) } };
  const clear = () =>
    onSearch(Object.fromEntries([...names, 'more'].map((name) => [name, undefined])) as Partial<S>);
  const newButton =
    mayWrite &&
    (form ? (
      <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
        {t(making.text)}
      </Button>
    ) : (
      <LinkButton variant="primary" icon={Plus} shortcut="N" place={newPage}>
        {t(making.text)}
      </LinkButton>
    ));
  const placeOfRow = ({ id }: T): Place =>
    panel ? { to: '.', search: (before: S) => ({ ...before, id, new: undefined }) } : placeOf(kind, id);
  return (
    <>
      {!above && (
        <Suspense fallback={<div className="h-9.25 shrink-0 border-b border-line" />}>
          <ViewBar
            kind={table as ListKind}
            search={search}
            onSearch={onSearch}
            names={names as readonly (keyof S & string)[]}
            words={words}
            defaultSort={defaultSort}
            columns={columns}
            layout={layout}
            onView={showView}
            onPlain={reset}
          />
        </Suspense>
      )}
      <PageHeader
        title={title}
        filters={
          <>
            {filters.map(({ names, chip }) => (
              <Fragment key={names[0]}>{chip}</Fragment>
            ))}
            {!above && (
              <SearchBox
                label={t(`${texts}.search`)}
                value={search.q ?? ''}
                onChange={(q) => onSearch({ q: q.trim() || undefined } as Partial<S>, { replace: true })}
              />
            )}
            {isCustomKind(table) && !above && (
              <Suspense>
                <CustomFilterChips
                  kind={table}
                  filters={search.more ?? {}}
                  onChange={(more) => onSearch({ more } as Partial<S>)}
                />
              </Suspense>
            )}
            {otherFilters(search.more).map(([name, value]) => (
              <Chip
                key={name}
                onRemove={() => {
                  const { [name]: _, ...rest } = search.more ?? {};
                  onSearch({ more: Object.keys(rest).length > 0 ? rest : undefined } as Partial<S>);
                }}
              >
                {textOr(`fields.${kind}.${name}`, name)}: {value}
              </Chip>
            ))}
            {filtered && (
              <Button variant="ghost" size="sm" onClick={clear}>
                {t('kit.clearFilters')}
              </Button>
            )}
            <ColumnsButton columns={columns} layout={layout} onChange={setLayout} />
            {/* What figures narrow the rows to is no question that is asked otherwise. */}
            {!above && can('lists.exports:write') && (
              <IconButton icon={Download} label={t('kit.export')} onClick={() => setExporting(true)} />
            )}
            {above ? (
              <RowCount query={query} />
            ) : (
              <Suspense fallback={<RowCount query={query} />}>
                <ListFigures question={question} meanwhile={<RowCount query={query} />} />
              </Suspense>
            )}
          </>
        }
        actions={
          <>
            {above?.actions ?? props.actions}
            {newButton}
          </>
        }
      />
      <Body label={label ?? title} above={above}>
        <DataTable
          label={label ?? title}
          columns={columns}
          layout={layout}
          onLayout={setLayout}
          selection={selection}
          onSelection={select}
          query={query}
          narrow={props.narrow}
          foot={
            props.totals && !above
              ? (id) => (
                  <Suspense>
                    <ListTotal question={question} of={id} sums={props.totals} first={props.columns[0]?.id} />
                  </Suspense>
                )
              : undefined
          }
          lead={props.lead}
          onKey={props.onKey}
          sort={search.sort ?? defaultSort}
          onSort={(sort) => onSearch({ sort } as Partial<S>)}
          hrefOf={(row) => href(placeOfRow(row))}
          onOpen={(row) => (panel ? open(row.id) : void navigate(placeOfRow(row) as never))}
          openId={search.id}
          empty={
            filtered ? (
              <EmptyState
                icon={SearchX}
                title={t(`${texts}.nothing`)}
                text={t('kit.changeFilters')}
                action={<Button onClick={clear}>{t('kit.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState
                icon={icon}
                title={t(`${texts}.empty`)}
                text={t(`${texts}.emptyText`)}
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
        {job && headState(selection) === false && (
          <Suspense>
            <BulkBar
              key={job}
              id={job}
              kind={kind}
              nameOf={(id) => {
                const row = rowsOf(query.data).find((one) => one.id === id);
                return row && nameOf(row);
              }}
              onJob={setJob}
            />
          </Suspense>
        )}
        {headState(selection) !== false && (
          <Suspense>
            <SelectionBar
              selection={selection}
              onSelection={select}
              query={query}
              columns={visibleColumns(layout, columns)}
              worth={props.worth}
              // What figures narrow the rows to is no question that is kept.
              bulk={mayWrite && !above ? bulk : undefined}
              question={question}
              onJob={setJob}
            />
          </Suspense>
        )}
      </Body>
      <Suspense>
        {exporting && (
          <ExportDialog
            kind={kind}
            question={{ ...question, sort: search.sort ?? defaultSort }}
            title={label ?? title}
            columns={columns}
            visible={visibleColumns(layout, columns)}
            onClose={() => setExporting(false)}
          />
        )}
        {search.id && panel && (
          <Beside kind={kind} id={search.id} rows={rowsOf(query.data)} onOpen={open}>
            {panel(search.id, close)}
          </Beside>
        )}
        {search.new &&
          mayWrite &&
          form?.(close, ({ id }) => (panel ? open(id) : void navigate(placeOf(kind, id) as never)))}
      </Suspense>
    </>
  );
}

/** What is done with many of them at once where the company has added fields to them. */
const setCustom = (of: string): BulkUse => ({ type: 'set_custom', param: 'custom', as: 'custom', of });

/** Those that no chip says. */
const otherFilters = (more: ListSearch['more']) =>
  Object.entries(more ?? {}).filter(([name]) => !name.startsWith('custom.'));

/** A panel with the way to the next record and to its page, for the kinds that have one. */
function Beside<T extends { id: string }>({
  kind,
  id,
  rows,
  onOpen,
  children,
}: {
  kind: ResourceKind;
  id: string;
  rows: readonly T[];
  onOpen: (id: string) => void;
  children: ReactNode;
}) {
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  if (kind === 'activity' || kind === 'customer' || kind === 'invoice') return children;
  return (
    <RecordBeside kind={kind satisfies ExpandingKind} id={id} ids={ids} onOpen={onOpen}>
      {children}
    </RecordBeside>
  );
}

/** What a row is called: lists name their records by one of these. */
const nameOf = (row: object) => {
  const { name, title, subject } = row as { name?: string; title?: string; subject?: string };
  return name ?? title ?? subject;
};

/** The rows fill what is left under the header; under figures they begin below the fold where there is little room. */
function Body({
  label,
  above,
  children,
}: Pick<ListPageProps<{ id: string }, ListSearch>, 'above'> & { label: string; children: ReactNode }) {
  if (!above) return <PageBody>{children}</PageBody>;
  return (
    <div className="flex flex-1 flex-col gap-3 px-4 pb-4 md:px-5">
      {above.node}
      <section
        ref={above.table}
        aria-label={label}
        className="flex h-[75dvh] shrink-0 flex-col md:h-auto md:min-h-96 md:flex-1 md:shrink md:basis-0"
      >
        {children}
      </section>
    </div>
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
