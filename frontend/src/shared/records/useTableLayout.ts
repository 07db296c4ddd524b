import { useState } from 'react';
import { useProfile } from '@/shared/session/useSession';
import { readLayout, type TableLayout } from '@/shared/ui/tableLayout';

function keep(key: string, layout: TableLayout) {
  try {
    localStorage.setItem(key, JSON.stringify(layout));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

function kept(key: string): TableLayout {
  try {
    return readLayout(localStorage.getItem(key));
  } catch {
    return readLayout(null);
  }
}

/** How the person at the screen has arranged a list; kept for that person on this device. */
export function useTableLayout(list: string) {
  const { user } = useProfile();
  const key = `pulso.columns.${user.id}.${list}`;
  const [state, setState] = useState(() => ({ key, layout: kept(key) }));
  // Another person at the same screen has columns of their own.
  const layout = state.key === key ? state.layout : kept(key);
  const setLayout = (next: TableLayout) => {
    setState({ key, layout: next });
    keep(key, next);
  };
  return [layout, setLayout] as const;
}
