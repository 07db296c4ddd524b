/**
 * Messages that pass, of what has just happened here; what happened elsewhere is told elsewhere. Any module may call `toast`:
 * the library that shows them is fetched with the other popups, and what is said before that waits for it.
 */
export interface ToastAction {
  label: string;
  run: () => void;
}

export interface ToastMessage {
  id: string;
  tone: 'done' | 'failed' | 'info';
  text: string;
  detail?: string;
  /** What one may want to do next: take it back, look at what was made. */
  actions?: readonly ToastAction[];
}

/** Where messages are shown, once it is there. */
export interface ToastOutlet {
  show: (message: ToastMessage) => void;
  /** One of them, or all. */
  dismiss: (id?: string) => void;
}

type Rest = Pick<ToastMessage, 'detail' | 'actions'>;

let outlet: ToastOutlet | undefined;
let waiting: ToastMessage[] = [];
let said = 0;
const listeners = new Set<() => void>();

function add(tone: ToastMessage['tone'], text: string, rest?: Rest): string {
  const message = { id: `toast-${++said}`, tone, text, ...rest };
  if (outlet) outlet.show(message);
  else {
    // Three at once are as many as anyone reads.
    waiting = [...waiting.slice(-2), message];
    for (const listener of listeners) listener();
  }
  return message.id;
}

export const toast = {
  done: (text: string, rest?: Rest) => add('done', text, rest),
  failed: (text: string, rest?: Rest) => add('failed', text, rest),
  info: (text: string, rest?: Rest) => add('info', text, rest),
  dismiss: (id: string) => {
    waiting = waiting.filter((message) => message.id !== id);
    outlet?.dismiss(id);
  },
  /** What was said to one person is not for the next one. */
  clear: () => {
    waiting = [];
    outlet?.dismiss();
  },
};

/** Shows here what is said from now on, and what waits. */
export function showToasts(at: ToastOutlet): () => void {
  outlet = at;
  for (const message of waiting.splice(0)) at.show(message);
  return () => {
    if (outlet === at) outlet = undefined;
  };
}

/** Whether something waits to be shown. */
export const toastsWait = () => waiting.length > 0;

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
