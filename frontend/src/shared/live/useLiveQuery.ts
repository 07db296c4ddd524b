import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { kindOf, type RecordKind, shows } from '@/shared/api/changes';
import { onLive } from './live';

/** A job tells of hundreds of records one after the other: what it touches is read once for all of them. */
const gatherMs = 200;

/**
 * Reads again what changes elsewhere: events are gathered for a moment, a reading that is under way is let finish, and
 * what came meanwhile is read after it. However fast events come, there is always an answer.
 */
export function liveReader(client: QueryClient, wanted: readonly RecordKind[]) {
  const heard = new Set<RecordKind>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  const read = async () => {
    timer = undefined;
    reading = true;
    const predicate = shows([...heard]);
    heard.clear();
    try {
      // Joins those that are running: what they were asked for may be older than the event.
      await client.refetchQueries({ predicate, fetchStatus: 'fetching' }, { cancelRefetch: false });
      await client.invalidateQueries({ predicate }, { cancelRefetch: false });
    } finally {
      reading = false;
      soon();
    }
  };
  const soon = () => {
    if (heard.size > 0 && !reading) timer ??= setTimeout(() => void read(), gatherMs);
  };
  return {
    hear: (type: string | null) => {
      const kind = type === null ? undefined : kindOf(type);
      if (type === null) for (const each of wanted) heard.add(each);
      else if (kind && wanted.includes(kind)) heard.add(kind);
      soon();
    },
    stop: () => {
      clearTimeout(timer);
      heard.clear();
    },
  };
}

/** Keeps what this screen shows of these kinds of records up to date while others and jobs change them. */
export function useLiveQuery(...kinds: RecordKind[]): void {
  const client = useQueryClient();
  const key = kinds.join();
  useEffect(() => {
    const reader = liveReader(client, key.split(',') as RecordKind[]);
    const leave = onLive((event) => reader.hear(event?.type ?? null));
    return () => {
      leave();
      reader.stop();
    };
  }, [client, key]);
}
