import type { ListQuestion, View, ViewColumn } from '@/shared/api/gen';
import type { ListSearch } from '@/shared/lib/useRecordPanel';
import { type Arrangeable, plainLayout, type TableLayout, visibleColumns } from '@/shared/ui/tableLayout';

export type Filters = Readonly<Record<string, string>>;

/** What a list keeps in its address that is no filter. */
const others = new Set(['sort', 'id', 'new', 'view', 'more']);

/** How a list says its question in its address, where that is not by the names of the API. */
export interface QuestionWords<S> {
  filters: (search: S) => Filters;
  /** What of the filters the address has words for; the others are kept beside them. */
  search: (filters: Filters) => { known: Partial<S>; more: Filters };
}

/** By the names of the API, which are those of the address; what has no word there stands in `more`. */
export function plainWords<S extends ListSearch>(names: readonly (keyof S & string)[]): QuestionWords<S> {
  return {
    filters: (search) => {
      const given = names
        .filter((name) => !others.has(name))
        .map((name) => [name, search[name]] as const)
        .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
        .map(([name, value]) => [name, String(value)]);
      return { ...Object.fromEntries(given), ...search.more };
    },
    search: (filters) => {
      // The chips take one value each; several stand beside them, as what they are.
      const drawn = ([name, value]: [string, string]) =>
        (names as readonly string[]).includes(name) && (name === 'q' || !value.includes(','));
      const entries = Object.entries(filters);
      return {
        known: Object.fromEntries(entries.filter(drawn)) as Partial<S>,
        more: Object.fromEntries(entries.filter((entry) => !drawn(entry))),
      };
    },
  };
}

/** The address of a list that asks this; everything else that it filters by goes. */
export function addressOf<S extends ListSearch>(
  names: readonly (keyof S & string)[],
  words: QuestionWords<S>,
  question: Pick<ListQuestion, 'filters' | 'sort'>,
): Partial<S> {
  const { known, more } = words.search(question.filters ?? {});
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    ...known,
    sort: question.sort ?? undefined,
    more: Object.keys(more).length > 0 ? more : undefined,
  } as Partial<S>;
}

const inOrder = (filters: Filters) =>
  JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two questions ask the same; an order that is the list's own may be said or not. */
export function sameQuestion(
  a: { filters?: Filters; sort?: string | null },
  b: { filters?: Filters; sort?: string | null },
  defaultSort: string,
): boolean {
  return (
    inOrder(a.filters ?? {}) === inOrder(b.filters ?? {}) &&
    (a.sort ?? defaultSort) === (b.sort ?? defaultSort)
  );
}

/** The columns as a view keeps them: none where nobody has arranged them. */
export function columnsOf(layout: TableLayout, columns: readonly Arrangeable[]): ViewColumn[] {
  const arranged =
    layout.hidden.length + layout.wanted.length + layout.order.length > 0 ||
    Object.keys(layout.sizes).length > 0;
  if (!arranged) return [];
  return visibleColumns(layout, columns).map(({ id }) => ({ name: id, width: layout.sizes[id] ?? null }));
}

/** How a view arranges the columns of its list. One that the list does not have any more is left out. */
export function layoutOf(kept: readonly ViewColumn[], columns: readonly Arrangeable[]): TableLayout {
  if (kept.length === 0) return plainLayout;
  const [first, ...rest] = columns.map(({ id }) => id);
  const names = kept.map(({ name }) => name);
  return {
    ...plainLayout,
    order: names.filter((name) => rest.includes(name)),
    wanted: names.filter((name) => rest.includes(name)),
    hidden: rest.filter((id) => id !== first && !names.includes(id)),
    sizes: Object.fromEntries(kept.flatMap(({ name, width }) => (width ? [[name, width]] : []))),
  };
}

export const sameColumns = (a: readonly ViewColumn[], b: readonly ViewColumn[]) =>
  JSON.stringify(a.map(({ name, width }) => [name, width ?? null])) ===
  JSON.stringify(b.map(({ name, width }) => [name, width ?? null]));

/** The question of a view without what cannot be asked any more. */
export function askable({ question, stale }: Pick<View, 'question' | 'stale'>): ListQuestion {
  const filters = Object.entries(question.filters ?? {}).filter(([name]) => !stale.includes(name));
  return {
    ...question,
    filters: Object.fromEntries(filters),
    sort: stale.includes('sort') ? null : question.sort,
  };
}

/** Where a view goes that is put before or behind the one beside it: the places of all between them, anew. */
export function placesAfter(views: readonly Pick<View, 'id' | 'position'>[], id: string, by: -1 | 1) {
  const from = views.findIndex((view) => view.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= views.length) return [];
  const order = views.map((view) => view.id);
  order.splice(from, 1);
  order.splice(to, 0, id);
  return order
    .map((one, position) => ({ id: one, position }))
    .filter(({ id: one, position }) => views.find((view) => view.id === one)?.position !== position);
}
