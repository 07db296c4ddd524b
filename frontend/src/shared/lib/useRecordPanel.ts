import { useCallback } from 'react';

/** What list pages keep in the URL: order, words, the record whose panel is open, and whether one is being made. */
export interface ListSearch {
  sort?: string;
  q?: string;
  id?: string;
  new?: true;
  /** The view that is open. */
  view?: string;
  /** Filters of the API that the list has no chip for, or no single value. */
  more?: Readonly<Record<string, string>>;
}

export type OnSearch<S> = (change: Partial<S>, options?: { replace?: boolean }) => void;

export interface ListPageProps<S extends ListSearch> {
  search: S;
  onSearch: OnSearch<S>;
}

/** Opening and closing of panel and form, by the URL. */
export function useRecordPanel<S extends ListSearch>({ onSearch }: ListPageProps<S>) {
  const open = useCallback((id: string) => onSearch({ id, new: undefined } as Partial<S>), [onSearch]);
  const close = useCallback(() => onSearch({ id: undefined, new: undefined } as Partial<S>), [onSearch]);
  const create = useCallback(() => onSearch({ new: true, id: undefined } as Partial<S>), [onSearch]);
  return { open, close, create };
}
