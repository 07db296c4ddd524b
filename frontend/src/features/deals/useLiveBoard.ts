import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Board, Deal } from '@/shared/api/gen';
import { getBoard } from '@/shared/api/gen/board';
import { getDeal } from '@/shared/api/gen/deals';
import { getDealQueryKey } from '@/shared/api/gen/deals/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { named } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import type { LiveEvent } from '@/shared/live/events';
import { useLive } from '@/shared/live/useLive';
import { findDeal, placeCard, removeCard, takeTotals } from './boardState';
import { type BoardFilter, boardKey, boardQuery, isMoving, isNarrowed } from './useBoard';

/** Several changes of one moment are shown together. */
const gatherMs = 60;
/** So many cards are read one by one; of more the whole board is. */
const mostCards = 15;

/**
 * What others do to the cards of a board. Changes wait while a card is held by the mouse (the browser drops what leaves
 * the page) and while a move of the same card is on its way (its answer is newer).
 */
class Changes {
  private cards = new Map<string, number | undefined>();
  private everything = false;
  private stages = false;
  private held = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private closed = false;

  constructor(
    private readonly client: QueryClient,
    private readonly filter: BoardFilter,
  ) {}

  hear(event: LiveEvent | null) {
    if (event === null) this.everything = true;
    else if (event.parentId !== this.filter.pipelineId) return;
    else if (event.type === 'deal.deleted' && event.id) this.cards.set(event.id, undefined);
    else if (event.type.startsWith('deal.')) {
      if (event.id) this.cards.set(event.id, event.version);
      else this.everything = true;
    } else if (event.type.startsWith('pipeline.')) {
      this.everything = true;
      this.stages = true;
    } else return;
    this.later();
  }

  hold(held: boolean) {
    this.held = held;
    this.later();
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private later(ms = gatherMs) {
    clearTimeout(this.timer);
    if (this.closed || this.held || this.busy || (!this.everything && this.cards.size === 0)) return;
    this.timer = setTimeout(() => void this.show(), ms);
  }

  private async show(): Promise<void> {
    const key = boardKey(this.filter);
    // What is being read just now may be older than what was heard.
    if (this.client.isFetching({ queryKey: key, exact: true }) > 0 || this.client.isMutating() > 0) {
      this.later(gatherMs * 2);
      return;
    }
    this.busy = true;
    const heard = this.cards;
    const stages = this.stages;
    const whole = this.everything || heard.size > mostCards || isNarrowed(this.filter);
    this.cards = new Map();
    this.everything = false;
    this.stages = false;
    try {
      if (stages) void invalidateOperations(this.client, 'listPipelines');
      if (whole) {
        void invalidateOperations(this.client, 'getDeal');
        await this.client.invalidateQueries({ queryKey: key, exact: true });
      } else await this.read(key, heard);
    } catch {
      // The next thing that is heard, or the next look at the board, brings the truth.
      this.everything = true;
    } finally {
      this.busy = false;
      this.later(this.everything ? 5_000 : gatherMs);
    }
  }

  private async read(
    key: ReturnType<typeof boardKey>,
    heard: Map<string, number | undefined>,
  ): Promise<void> {
    const known = (id: string) => {
      const board = this.client.getQueryData<Board>(key);
      return board && findDeal(board, id);
    };
    const news = [...heard].filter(
      ([id, version]) => version === undefined || (known(id)?.version ?? -1) < version,
    );
    if (news.length === 0) return;
    // Of a card that is not loaded nobody knows which column it has left: the totals are asked for.
    const totals = news.some(([id]) => !known(id));
    const [deals, columns] = await Promise.all([
      Promise.all(news.map(async ([id]) => [id, await readDeal(id)] as const)),
      totals ? readTotals(this.filter) : undefined,
    ]);
    if (this.closed) return;
    if (this.held) {
      for (const [id, version] of news) if (!this.cards.has(id)) this.cards.set(id, version);
      return;
    }
    for (const [id, deal] of deals)
      if (deal) this.client.setQueryData(getDealQueryKey(named('deal', id)), deal);
    this.client.setQueryData<Board>(key, (board) => {
      if (!board) return board;
      let after = board;
      for (const [id, deal] of deals) {
        if (isMoving(this.client, id)) this.cards.set(id, deal?.version);
        else if (deal && (!this.filter.ownerId || deal.owner_id === this.filter.ownerId))
          after = placeCard(after, deal);
        else after = removeCard(after, id);
      }
      return columns ? takeTotals(after, columns) : after;
    });
  }
}

async function readDeal(id: string): Promise<Deal | null> {
  try {
    return (await getDeal({ ...named('deal', id), throwOnError: true })).data;
  } catch (error) {
    if (toProblem(error).status === 404) return null;
    throw error;
  }
}

async function readTotals(filter: BoardFilter): Promise<Board> {
  const { data } = await getBoard({
    path: { id: filter.pipelineId },
    query: { per_stage: 0, ...boardQuery(filter) },
    throwOnError: true,
  });
  return data;
}

/** Keeps a board up to date with what others do. `filter` must be a stable object. */
export function useLiveBoard(filter: BoardFilter): void {
  const client = useQueryClient();
  const changes = useMemo(() => ({ current: new Changes(client, filter) }), [client, filter]);
  useLive((event) => changes.current.hear(event));
  useEffect(() => {
    // Effects may run twice: what was closed by the first clean-up is made anew.
    const mine = new Changes(client, filter);
    changes.current = mine;
    const stop = monitorForElements({
      canMonitor: ({ source }) => source.data.kind === 'deal',
      onDragStart: () => mine.hold(true),
      onDrop: () => mine.hold(false),
    });
    return () => {
      stop();
      mine.close();
    };
  }, [changes, client, filter]);
}
