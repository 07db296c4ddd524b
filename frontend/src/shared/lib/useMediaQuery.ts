import { useCallback, useSyncExternalStore } from 'react';

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

const narrow = '(max-width: 767px)';

/** Phone width: lists become two-line rows, panels fill the screen. */
export const useIsNarrow = () => useMediaQuery(narrow);
/** The same, outside of a component. */
export const isNarrow = (): boolean => window.matchMedia(narrow).matches;
