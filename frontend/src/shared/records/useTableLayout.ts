import { useCallback, useState } from 'react';
import type { ViewColumn } from '@/shared/api/gen';
import { useProfile } from '@/shared/session/useSession';
import { type Arrangeable, plainLayout, readLayout, type TableLayout } from '@/shared/ui/tableLayout';
import { layoutOf } from '@/shared/views/question';

function keep(key: string, layout: TableLayout | null) {
  try {
    if (layout) localStorage.setItem(key, JSON.stringify(layout));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

function kept(key: string): TableLayout | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : readLayout(text);
  } catch {
    return null;
  }
}

/**
 * How the person at the screen has arranged a list; kept for that person on this device. Of a view it is what differs from how the
 * view has them, until that is saved or taken back (`reset`).
 */
export function useTableLayout(list: string, columns: readonly Arrangeable[], view?: string) {
  const { user } = useProfile();
  const key = `pulso.columns.${user.id}.${list}${view ? `.${view}` : ''}`;
  const [state, setState] = useState(() => ({ key, layout: kept(key) }));
  const [ofView, setOfView] = useState<{ view?: string; kept: readonly ViewColumn[] }>();
  // Another person at the same screen has columns of their own; so has another view.
  const own = state.key === key ? state.layout : kept(key);
  const layout = own ?? (view && ofView?.view === view ? layoutOf(ofView.kept, columns) : plainLayout);
  const setLayout = (next: TableLayout) => {
    setState({ key, layout: next });
    keep(key, next);
  };
  const reset = () => {
    if (!view) return;
    setState({ key, layout: null });
    keep(key, null);
  };
  const showView = useCallback((kept: readonly ViewColumn[]) => setOfView({ view, kept }), [view]);
  return { layout, setLayout, reset, showView };
}
