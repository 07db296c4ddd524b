import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board, NextStep } from '@/shared/api/gen';
import { listNextSteps } from '@/shared/api/gen/board';
import { useLive } from '@/shared/live/useLive';

/** As many as fit into an address that every server and proxy on the way takes. */
const most = 80;
const gatherMs = 300;

export type NextSteps = ReadonlyMap<string, NextStep | null>;
const unknown: NextSteps = new Map();

/**
 * What is to be done next about the open deals of a board that are loaded: null where there is nothing, absent while it is not
 * known. Eighty cards are one request; when an activity changes those that are known are read again, and nothing jumps.
 */
export function useNextSteps(board: Board | undefined, enabled: boolean): NextSteps {
  const [steps, setSteps] = useState(unknown);
  const asked = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(async (ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += most) {
      const some = ids.slice(at, at + most);
      try {
        const { data } = await listNextSteps({ query: { deal_ids: some }, throwOnError: true });
        const found = new Map(data.data.map((step) => [step.deal_id, step]));
        setSteps((before) => new Map([...before, ...some.map((id) => [id, found.get(id) ?? null] as const)]));
      } catch {
        // Cards say nothing of it; the next look at the board asks again.
        for (const id of some) asked.current.delete(id);
        return;
      }
    }
  }, []);
  useEffect(() => {
    if (!enabled || !board) return;
    const open = board.stages.filter(({ type }) => type === 'open').flatMap(({ deals }) => deals);
    const fresh = open.map(({ id }) => id).filter((id) => !asked.current.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) asked.current.add(id);
    void read(fresh);
  }, [board, enabled, read]);
  useLive((event) => {
    if (!enabled || (event && !event.type.startsWith('activity.'))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read([...asked.current]), gatherMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return steps;
}
