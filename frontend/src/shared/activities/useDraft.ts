import { useState } from 'react';
import { useProfile } from '@/shared/session/useSession';

/**
 * What somebody has begun to write about a record: kept in this tab until it is saved, wherever they go meanwhile; one who
 * signs in after them does not see it.
 */
export function useDraft<T extends object>(
  about: string,
  empty: T,
): [T, (change: Partial<T>) => void, () => void] {
  const { user } = useProfile();
  const key = `pulso.draft.${user.id}.${about}`;
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...kept<T>(key) }));
  const put = (next: T | null) => {
    setDraft(next ?? empty);
    try {
      if (next) sessionStorage.setItem(key, JSON.stringify(next));
      else sessionStorage.removeItem(key);
    } catch {
      // Without storage it lasts as long as the page.
    }
  };
  return [draft, (change) => put({ ...draft, ...change }), () => put(null)];
}

function kept<T>(key: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}
