import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Search, SearchX } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchGroup, SearchHit, SearchKind } from '@/shared/api/gen';
import { searchInfiniteOptions, searchOptions } from '@/shared/api/gen/search/query';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { MoreRows } from '@/shared/records/MoreRows';
import { useRows } from '@/shared/records/useRows';
import { Highlighted } from '@/shared/search/Highlighted';
import { detailOf, hitKind, shownText, titleOf } from '@/shared/search/hits';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Skeleton } from '@/shared/ui/Skeleton';
import { Tabs } from '@/shared/ui/Tabs';

export interface PageSearch {
  q?: string;
  kind?: SearchKind;
}

interface SearchPageProps {
  search: PageSearch;
  onSearch: (change: Partial<PageSearch>, options?: { replace?: boolean }) => void;
}

/** Everything that a few words find, by kind. */
export function SearchPage({ search, onSearch }: SearchPageProps) {
  const { t } = useTranslation();
  const words = search.q?.trim() ?? '';
  const page = useRef<HTMLDivElement>(null);

  /** Up and down through the results, from the field on; each of them is a link. */
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(page.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
    const here = links.indexOf(document.activeElement as HTMLElement);
    const fromField = document.activeElement instanceof HTMLInputElement;
    if (here < 0 && !(fromField && step > 0)) return;
    const next = here + step < 0 ? page.current?.querySelector('input') : links[here + step];
    if (!next) return;
    event.preventDefault();
    (next as HTMLElement).focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys walk through the links, which Tab reaches as well
    <div ref={page} onKeyDown={walk} className="contents">
      <PageHeader
        title={t('search.title')}
        document={words ? `${words} · ${t('search.title')}` : undefined}
        filters={
          <SearchBox
            value={search.q ?? ''}
            label={t('search.field')}
            className="[&_input]:w-[min(28rem,calc(100vw-2.5rem))]"
            onChange={(q) => onSearch({ q: q || undefined, kind: undefined }, { replace: true })}
          />
        }
      />
      <div className="mx-auto w-full max-w-4xl px-4 pb-10 md:px-5">
        {words ? (
          <Results key={words} words={words} kind={search.kind} onKind={(kind) => onSearch({ kind })} />
        ) : (
          <EmptyState icon={Search} title={t('search.startTitle')} text={t('search.startText')} />
        )}
      </div>
    </div>
  );
}

function Results({
  words,
  kind,
  onKind,
}: {
  words: string;
  kind?: SearchKind;
  onKind: (kind: SearchKind | undefined) => void;
}) {
  const { t } = useTranslation();
  const found = useQuery(searchOptions({ query: { q: words, limit: 5 } }));
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => found.refetch()} />;
  if (found.isPending) return <Waiting />;
  const groups = found.data.data.filter((group) => hitKind(group.kind));
  if (groups.length === 0)
    return (
      <EmptyState icon={SearchX} title={t('search.nothingTitle', { words })} text={t('search.nothingText')} />
    );
  const name = (each: SearchKind) => t(`shell.nav.${hitKind(each)?.text ?? 'customers'}`);
  const chosen = groups.some((group) => group.kind === kind) ? kind : undefined;
  return (
    <Tabs<SearchKind | 'all'>
      value={chosen ?? 'all'}
      onChange={(next) => onKind(next === 'all' ? undefined : next)}
      tabs={[
        {
          value: 'all',
          label: t('search.all'),
          content: groups.map((group) => (
            <Group
              key={group.kind}
              group={group}
              name={name(group.kind)}
              words={words}
              onAll={() => onKind(group.kind)}
            />
          )),
        },
        ...groups.map((group) => ({
          value: group.kind,
          label: name(group.kind),
          content: <KindResults kind={group.kind} name={name(group.kind)} words={words} />,
        })),
      ]}
    />
  );
}

function Group({
  group,
  name,
  words,
  onAll,
}: {
  group: SearchGroup;
  name: string;
  words: string;
  onAll: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section className="mb-6">
      <h2 className="mb-1 text-sm font-semibold text-ink-2">{name}</h2>
      <Hits name={name} hits={group.data} words={words} />
      {group.next_cursor && (
        <button
          type="button"
          onClick={onAll}
          className="mt-1 px-2 text-sm font-medium text-accent-ink hover:underline pointer-coarse:min-h-10"
        >
          {t('search.showAll', { kind: name })}
        </button>
      )}
    </section>
  );
}

/** All hits of one kind, page after page. */
function KindResults({ kind, name, words }: { kind: SearchKind; name: string; words: string }) {
  const options = searchInfiniteOptions({ query: { q: words, kind: [kind], limit: 50 } });
  const query = useRows<SearchHit>({
    queryKey: options.queryKey,
    queryFn: async (context: never) => {
      const answer = await (options.queryFn as (context: never) => Promise<{ data: SearchGroup[] }>)(context);
      const group = answer.data[0];
      return { data: group?.data ?? [], next_cursor: group?.next_cursor ?? null };
    },
  });
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending || query.isPlaceholderData) return <Waiting />;
  return (
    <>
      <Hits name={name} hits={rowsOf(query.data)} words={words} />
      <MoreRows query={query} />
    </>
  );
}

function Hits({ name, hits, words }: { name: string; hits: SearchHit[]; words: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul aria-label={name} className="divide-y divide-line rounded-md border border-line bg-surface">
      {hits.map((hit) => {
        const kind = hitKind(hit.kind);
        if (!kind) return null;
        const title = titleOf(hit, t('states.invoice.draft'));
        const detail = detailOf(hit, format);
        // What was found elsewhere than in what is shown anyway.
        const elsewhere = hit.matched
          .map((match) => shownText(match.text))
          .filter(
            (text, at, all) => text !== hit.title && !detail.includes(text) && all.indexOf(text) === at,
          );
        return (
          <li key={hit.id}>
            <Link
              {...(kind.at(hit) as LinkProps)}
              data-hit
              className="flex min-h-11 items-center gap-3 px-3 py-1.5 outline-offset-[-2px] hover:bg-hover"
            >
              <kind.icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">
                  <Highlighted text={title} words={words} />
                </span>
                {(detail || elsewhere.length > 0) && (
                  <span className="block truncate text-sm text-ink-2">
                    <Highlighted text={[detail, ...elsewhere].filter(Boolean).join(' · ')} words={words} />
                  </span>
                )}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-3 py-4">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-9 w-4/5" />
    </div>
  );
}
