/** What another screen or a job has changed: a pointer, not the record itself. */
export interface LiveEvent {
  type: string;
  /** The record; missing where many changed at once. */
  id?: string;
  version?: number;
  /** What holds the record: the pipeline of a deal. */
  parentId?: string;
}

export interface Message {
  event: string;
  id?: string;
  data: string;
}

/** Takes server-sent events apart, however the network has cut them. */
export function messageReader(): (chunk: string) => Message[] {
  let rest = '';
  let message: { event?: string; id?: string; data?: string } = {};
  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    const messages: Message[] = [];
    for (const line of lines) {
      if (line === '') {
        if (message.data !== undefined)
          messages.push({ event: message.event ?? 'message', id: message.id, data: message.data });
        message = {};
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'event') message.event = value;
      else if (field === 'id') message.id = value;
      else if (field === 'data')
        message.data = message.data === undefined ? value : `${message.data}\n${value}`;
    }
    return messages;
  };
}

export function toEvent(message: Message): LiveEvent {
  const data = JSON.parse(message.data) as { id?: string; version?: number; parent_id?: string };
  return { type: message.event, id: data.id, version: data.version, parentId: data.parent_id };
}

/** Milliseconds before the next attempt: twice as long each time, at most half a minute, never all clients at once. */
export function pauseBefore(attempt: number, random = Math.random): number {
  return Math.round(Math.min(30_000, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2));
}
