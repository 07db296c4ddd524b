import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Plus, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListKind, View } from '@/shared/api/gen';
import { createView, deleteView, updateView } from '@/shared/api/gen/views';
import { listViewsOptions } from '@/shared/api/gen/views/query';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf, writeTo } from '@/shared/api/version';
import { cx } from '@/shared/lib/cx';
import { lazyPart } from '@/shared/lib/lazyPart';
import type { ListSearch, OnSearch } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import type { Arrangeable, TableLayout } from '@/shared/ui/tableLayout';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import {
  addressOf,
  askable,
  columnsOf,
  placesAfter,
  type QuestionWords,
  sameColumns,
  sameQuestion,
} from './question';

const ViewDialog = lazyPart(async () => (await import('./ViewDialog')).ViewDialog);

export interface ViewBarProps<S extends ListSearch> {
  kind: ListKind;
  search: S;
  onSearch: OnSearch<S>;
  /** Filters of the list in its address. */
  names: readonly (keyof S & string)[];
  words: QuestionWords<S>;
  defaultSort: string;
  columns: readonly Arrangeable[];
  layout: TableLayout;
  /** The columns of the open view, once they are known. */
  onView: (columns: View['columns']) => void;
  /** What the person has arranged otherwise is taken back. */
  onPlain: () => void;
}

/** The views of a list as tabs, and what has been changed of the one that is open. */
export default function ViewBar<S extends ListSearch>(props: ViewBarProps<S>) {
  const { kind, search, onSearch, names, words, defaultSort, columns, layout, onView, onPlain } = props;
  const { t } = useTranslation();
  const row = useScrollRegion(t('views.label'));
  useLiveQuery('view');
  const query = useQuery(listViewsOptions({ query: { kind: [kind], sort: 'position', limit: 200 } }));
  const [dialog, setDialog] = useState<'new' | 'copy' | View['id'] | null>(null);
  const views = query.data?.data ?? [];
  const open = views.find(({ id }) => id === search.view);
  const gone = query.isSuccess && search.view !== undefined && !open;
  const arranged = JSON.stringify(open?.columns ?? null);
  useEffect(() => {
    const kept = JSON.parse(arranged) as View['columns'] | null;
    if (kept) onView(kept);
  }, [arranged, onView]);
  useEffect(() => {
    if (!gone) return;
    toast.info(t('views.gone'));
    onSearch({ view: undefined } as Partial<S>, { replace: true });
  }, [gone, onSearch, t]);

  const now = {
    kind,
    filters: { ...words.filters(search) },
    sort: search.sort ?? null,
  };
  const nowColumns = columnsOf(layout, columns);
  const changed =
    open !== undefined &&
    (open.stale.length > 0 ||
      !sameQuestion(now, open.question, defaultSort) ||
      !sameColumns(nowColumns, open.columns));
  const show = (view: View | undefined) => {
    onPlain();
    onSearch({
      ...addressOf(names, words, view ? askable(view) : {}),
      view: view?.id,
    } as Partial<S>);
  };
  const tell = (error: unknown) => tellFailure(error, t);
  const save = useWrite(
    async (view: View) =>
      (await updateView({ ...writeTo(view, { question: now, columns: nowColumns }), throwOnError: true }))
        .data,
    ['view'],
    {
      onDone: (saved) => {
        onPlain();
        toast.done(t('views.saved'), { detail: saved.name });
      },
      onError: tell,
    },
  );
  const place = useWrite(
    async ({ view, by }: { view: View; by: -1 | 1 }) => {
      for (const { id, position } of placesAfter(views, view.id, by)) {
        const one = views.find((each) => each.id === id);
        if (one?.editable) await updateView({ ...writeTo(one, { position }), throwOnError: true });
      }
    },
    ['view'],
    { onError: tell },
  );
  const again = useWrite(
    async (view: View) =>
      (
        await createView({
          body: {
            name: view.name,
            question: askable(view),
            columns: view.columns,
            visibility: view.visibility,
            position: view.position,
          },
          throwOnError: true,
        })
      ).data,
    ['view'],
    { onError: tell },
  );
  const remove = useWrite((view: View) => deleteView({ ...stepOf(view), throwOnError: true }), ['view'], {
    onDone: (_, view) => {
      if (search.view === view.id) show(undefined);
      toast.done(t('views.deleted'), {
        detail: view.name,
        actions: [{ label: t('kit.undo'), run: () => again.mutate(view) }],
      });
    },
    onError: tell,
  });

  return (
    <div className="flex shrink-0 items-end gap-1 border-b border-line px-4 md:px-5">
      <nav
        ref={row}
        aria-label={t('views.label')}
        className="flex min-w-0 items-end gap-1 overflow-x-auto [scrollbar-width:none]"
      >
        <Tab current={!open} onClick={() => show(undefined)}>
          {t('views.all')}
        </Tab>
        {views.map((view) => (
          <span key={view.id} className="flex shrink-0 items-end">
            <Tab current={view.id === open?.id} onClick={() => show(view)}>
              <span className="max-w-56 truncate">{view.name}</span>
              {view.visibility !== 'private' && (
                <Users role="img" aria-label={t('views.shared')} className="size-3 shrink-0 text-ink-3" />
              )}
            </Tab>
            {view.id === open?.id && (
              <Menu
                trigger={
                  <IconButton
                    icon={ChevronDown}
                    size="sm"
                    label={t('views.options', { name: view.name })}
                    className="mb-1"
                  />
                }
              >
                {view.editable && (
                  <>
                    <MenuItem onSelect={() => setDialog(view.id)}>{t('views.edit')}</MenuItem>
                    <MenuItem
                      disabled={placesAfter(views, view.id, -1).length === 0}
                      onSelect={() => place.mutate({ view, by: -1 })}
                    >
                      {t('views.moveLeft')}
                    </MenuItem>
                    <MenuItem
                      disabled={placesAfter(views, view.id, 1).length === 0}
                      onSelect={() => place.mutate({ view, by: 1 })}
                    >
                      {t('views.moveRight')}
                    </MenuItem>
                  </>
                )}
                <MenuItem onSelect={() => setDialog('copy')}>{t('views.duplicate')}</MenuItem>
                {view.editable && (
                  <>
                    <MenuSeparator />
                    <MenuItem danger onSelect={() => remove.mutate(view)}>
                      {t('views.delete')}
                    </MenuItem>
                  </>
                )}
              </Menu>
            )}
          </span>
        ))}
      </nav>
      <Button
        variant="ghost"
        size="sm"
        icon={Plus}
        title={t('views.addHint')}
        className="mb-1 shrink-0"
        onClick={() => setDialog('new')}
      >
        {t('views.add')}
      </Button>
      {open && changed && (
        <div className="mb-1 ml-auto flex shrink-0 items-center gap-1 text-sm text-ink-2">
          <span className="max-lg:hidden">
            {open.stale.length > 0
              ? t('views.stale', { count: open.stale.length, names: open.stale.join(', ') })
              : t('views.changed')}
          </span>
          {open.editable ? (
            <Button variant="ghost" size="sm" busy={save.isPending} onClick={() => save.mutate(open)}>
              {open.stale.length > 0 ? t('views.saveWithout') : t('views.save')}
            </Button>
          ) : (
            <Button variant="ghost" size="sm" onClick={() => setDialog('copy')}>
              {t('views.saveAs')}
            </Button>
          )}
          {open.stale.length === 0 && (
            <Button variant="ghost" size="sm" onClick={() => show(open)}>
              {t('views.back')}
            </Button>
          )}
        </div>
      )}
      {dialog && (
        <ViewDialog
          view={views.find(({ id }) => id === dialog)}
          start={{
            name: dialog === 'copy' && open ? t('views.copyOf', { name: open.name }).slice(0, 80) : '',
            question: now,
            columns: nowColumns,
          }}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setDialog(null);
            toast.done(t('views.saved'), { detail: saved.name });
            if (saved.id !== open?.id && dialog !== saved.id) onSearch({ view: saved.id } as Partial<S>);
          }}
        />
      )}
    </div>
  );
}

function Tab({
  current,
  onClick,
  children,
}: {
  current: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
      className={cx(
        'flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 text-ink-2 -outline-offset-2 hover:text-ink',
        current ? 'border-accent font-medium text-ink' : 'border-transparent',
      )}
    >
      {children}
    </button>
  );
}
