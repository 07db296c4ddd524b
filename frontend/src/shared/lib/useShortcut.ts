import { useEffect, useRef } from 'react';

/** A side panel is a dialog by its role only: the page beside it goes on. */
const typing =
  'input, textarea, select, [contenteditable="true"], [role="dialog"]:not([data-panel]), [role="menu"], [role="listbox"]';

/** Runs on a plain key (`n`) anywhere on the page, but not while one types or a dialog is open. */
export function useShortcut(key: string, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(typing))) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key, enabled]);
}
