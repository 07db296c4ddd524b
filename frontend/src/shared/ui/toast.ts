/**
 * Messages that pass. The store is tiny and has no library in it, so that any module may call `toast`; the region that
 * shows them is loaded with the shell.
 */
export interface ToastMessage {
  id: number;
  tone: 'done' | 'failed' | 'info';
  text: string;
  detail?: string;
  /** What one may want to do next: take it back, look at what was made. */
  actions?: readonly ToastAction[];
}

export interface ToastAction {
  label: string;
  run: () => void;
}

type Rest = Pick<ToastMessage, 'detail' | 'actions'>;

let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly ToastMessage[]) {
  messages = next;
  for (const listener of listeners) listener();
}

function add(tone: ToastMessage['tone'], text: string, rest?: Rest): number {
  const id = nextId++;
  // Three at once are as many as anyone reads.
  publish([...messages.slice(-2), { id, tone, text, ...rest }]);
  return id;
}

export const toast = {
  done: (text: string, rest?: Rest) => add('done', text, rest),
  failed: (text: string, rest?: Rest) => add('failed', text, rest),
  info: (text: string, rest?: Rest) => add('info', text, rest),
  dismiss: (id: number) => publish(messages.filter((message) => message.id !== id)),
};

export const getToasts = () => messages;

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
