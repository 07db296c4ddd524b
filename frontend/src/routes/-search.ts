import { useCallback } from 'react';

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
