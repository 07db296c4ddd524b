import { useEffect, useSyncExternalStore } from 'react';

/**
 * What is typed somewhere on the page and not saved yet. Whoever would throw it away asks first: the router before another
 * page, a dialog before it closes, the browser before the tab goes.
 */
interface Held {
  /** Lost only with the tab, like what waits to be sent: it survives a change of page. */
  withTab: boolean;
}

const held = new Set<Held>();
let question: { answer: (lose: boolean) => void } | undefined;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

const keepTab = (event: BeforeUnloadEvent) => event.preventDefault();

function hold(one: Held): () => void {
  held.add(one);
  // Only while there is something: a listener of this kind keeps a page out of the browser's memory of pages.
  window.addEventListener('beforeunload', keepTab);
  return () => {
    held.delete(one);
    if (held.size === 0) window.removeEventListener('beforeunload', keepTab);
  };
}

/** While `unsaved`, whoever leaves is asked first. */
export function useUnsaved(unsaved: boolean, { withTab = false }: Partial<Held> = {}): void {
  useEffect(() => (unsaved ? hold({ withTab }) : undefined), [unsaved, withTab]);
}

/** Whether another page would lose something; `tab`: whether the end of the tab or of the session would. */
export function hasUnsaved({ tab = false } = {}): boolean {
  return [...held].some((one) => tab || !one.withTab);
}

/** Nothing is kept any more: the person has decided, or the page is no longer theirs. */
export function dropUnsaved(): void {
  held.clear();
  window.removeEventListener('beforeunload', keepTab);
}

/** Resolves to true when there is nothing to lose, or the person says that it may be lost. */
export function mayLose(range?: { tab: boolean }): Promise<boolean> {
  return hasUnsaved(range) ? askToLose() : Promise.resolve(true);
}

export function askToLose(): Promise<boolean> {
  question?.answer(false);
  return new Promise((resolve) => {
    question = {
      answer: (lose) => {
        question = undefined;
        tell();
        resolve(lose);
      },
    };
    tell();
  });
}

/** The question that waits for an answer, for the one place that shows it. */
export function useUnsavedQuestion() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
}
