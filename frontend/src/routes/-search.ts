import { notFound } from '@tanstack/react-router';
import { useCallback } from 'react';
import { parseDate } from '@/shared/format/date';
import type { ListSearch } from '@/shared/lib/useRecordPanel';

/** Parsers of search parameters: what is not understood is left out, never an error page. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flag(value: unknown): true | undefined {
  return value === true || undefined;
}

export function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((candidate) => candidate === value);
}

/** `2026-11-20`, when there is such a day. */
export function date(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-/.test(value) ? (parseDate(value) ?? undefined) : undefined;
}

export function id(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value
    : undefined;
}

/** What every list of records keeps in its address besides its own filters: the view that is open, and filters without a chip. */
export function kept(search: Record<string, unknown>): Pick<ListSearch, 'view' | 'more'> {
  const entries = search.more && typeof search.more === 'object' ? Object.entries(search.more) : [];
  const more = entries.filter(
    (entry): entry is [string, string] =>
      /^[a-z][a-z0-9_.]{0,63}$/.test(entry[0]) && typeof entry[1] === 'string',
  );
  return { view: id(search.view), more: more.length > 0 ? Object.fromEntries(more) : undefined };
}

/** For the address of one record: anything but an id is an address that does not exist. */
export function requireId(value: string): void {
  if (!id(value)) throw notFound();
}

/** How a page changes its search parameters: some of them, the others stay; `undefined` takes one away. */
export function useOnSearch<S extends object>(
  navigate: (options: { search: (before: S) => S; replace?: boolean }) => unknown,
): (change: Partial<S>, options?: { replace?: boolean }) => void {
  return useCallback(
    (change, options) => {
      void navigate({ search: (before) => ({ ...before, ...change }), replace: options?.replace });
    },
    [navigate],
  );
}
