import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changed, changedBut } from '@/shared/api/changes';
import type { Board, Deal, DealMark } from '@/shared/api/gen';
import { getBoard } from '@/shared/api/gen/board';
import { listDeals, moveDeal } from '@/shared/api/gen/deals';
import { getDealQueryKey } from '@/shared/api/gen/deals/query';
import { named, names } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { basedOn } from '@/shared/api/version';
import { toast } from '@/shared/ui/toast';
import {
  appendPage,
  findDeal,
  findPlace,
  moveCard,
  type Neighbours,
  neighboursOf,
  type Place,
  placeCard,
  replaceCard,
} from './boardState';

export interface BoardFilter {
  pipelineId: string;
  ownerId?: string;
  q?: string;
  mark?: DealMark;
  /** Other filters of the list of deals, as a view keeps them. */
  more?: Readonly<Record<string, string>>;
}

/** The filters that the server alone can judge a card by. */
export const isNarrowed = ({ q, mark, more }: BoardFilter) => Boolean(q || mark || more);

const asked = ({ ownerId, q, mark, more }: BoardFilter) => ({
  owner_id: ownerId,
  q,
  mark: mark && [mark],
  ...more,
});

/** Cards of each column that are read at first: more than a screen shows. */
const firstPage = 20;
const nextPage = 100;
export const boardQuery = asked;
export const boardKey = (filter: BoardFilter) =>
  ['board', filter.pipelineId, JSON.stringify(asked(filter))] as const;

function pageOf(filter: BoardFilter, stageId: string, cursor: string, limit: number, signal?: AbortSignal) {
  return listDeals({
    query: {
      pipeline_id: filter.pipelineId,
      stage_id: stageId,
      ...asked(filter),
      sort: 'position',
      cursor,
      limit,
      ...names.deal,
    },
    signal,
    throwOnError: true,
  });
}

/** Reads the board and, in columns where more had been loaded before, as much as was there: nobody's scroll jumps. */
async function readBoard(
  filter: BoardFilter,
  before: Board | undefined,
  signal: AbortSignal,
): Promise<Board> {
  const { data } = await getBoard({
    path: { id: filter.pipelineId },
    query: { per_stage: firstPage, ...asked(filter), ...names.deal },
    signal,
    throwOnError: true,
  });
  let board = data;
  for (const old of before?.stages ?? []) {
    let stage = board.stages.find((candidate) => candidate.id === old.id);
    while (stage?.next_cursor && stage.deals.length < old.deals.length) {
      const page = await pageOf(filter, stage.id, stage.next_cursor, 200, signal);
      board = appendPage(board, stage.id, page.data);
      stage = board.stages.find((candidate) => candidate.id === old.id);
    }
  }
  return board;
}

/** `filter` must be a stable object: the callbacks given back hang on it. */
export function useBoard(filter: BoardFilter) {
  const client = useQueryClient();
  const key = useMemo(() => boardKey(filter), [filter]);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readBoard(filter, client.getQueryData<Board>(key), signal),
    // Comparing thousands of cards field by field after each drop costs more than drawing the few that are seen.
    structuralSharing: false,
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === filter.pipelineId ? previous : undefined,
  });
  const loading = useRef(new Set<string>());
  const loadMore = useCallback(
    async (stageId: string) => {
      const stage = client.getQueryData<Board>(key)?.stages.find((candidate) => candidate.id === stageId);
      if (!stage?.next_cursor || loading.current.has(stageId)) return;
      loading.current.add(stageId);
      try {
        const { data } = await pageOf(filter, stageId, stage.next_cursor, nextPage);
        client.setQueryData<Board>(key, (board) => board && appendPage(board, stageId, data));
      } finally {
        loading.current.delete(stageId);
      }
    },
    [client, filter, key],
  );
  return { ...query, loadMore };
}

/** Writes a card that the server has answered with into every board and detail that shows it. */
export function keepDeal(client: QueryClient, deal: Deal): void {
  const key = getDealQueryKey(named('deal', deal.id));
  client.setQueryData(key, deal);
  client.setQueriesData<Board>({ queryKey: ['board'] }, (board) =>
    board && findPlace(board, deal.id) ? placeCard(board, deal) : board,
  );
  void changedBut(client, key, 'deal');
}

/** Only what is new of a card that is on its way elsewhere already. */
function keepVersion(client: QueryClient, deal: Deal): void {
  client.setQueriesData<Board>({ queryKey: ['board'] }, (board) => {
    const shown = board && findDeal(board, deal.id);
    return shown
      ? replaceCard(board, { ...deal, stage_id: shown.stage_id, position: shown.position })
      : board;
  });
}

const movesOf = (client: QueryClient, dealId: string) =>
  client.isMutating({
    mutationKey: ['move-deal'],
    predicate: (mutation) => (mutation.state.variables as Move | undefined)?.dealId === dealId,
  });

/** Whether a move of the card is on its way to the server. */
export const isMoving = (client: QueryClient, dealId: string): boolean => movesOf(client, dealId) > 0;

interface Move {
  dealId: string;
  place: Place;
  neighbours: Neighbours;
  /** This is the taking back of one: that is not offered again. */
  back?: boolean;
}

/**
 * Moves a card at once and lets the server confirm. When the server refuses, the card goes back to where it was and a
 * message says why. Moves are sent one after the other, so that each carries the version that the last one gave.
 */
export function useMoveDeal(
  filter: BoardFilter,
  /** The stage requires what the deal lacks: these fields. */
  onLacking: (dealId: string, place: Place, fields: string[]) => void,
) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const key = useMemo(() => boardKey(filter), [filter]);
  const offered = useRef<string>(undefined);
  const back = useRef<(dealId: string, place: Place) => void>(undefined);
  const lacking = useRef(onLacking);
  lacking.current = onLacking;
  const { mutate } = useMutation({
    mutationKey: ['move-deal'],
    scope: { id: 'move-deal' },
    mutationFn: async ({ dealId, place, neighbours }: Move) => {
      const board = client.getQueryData<Board>(key);
      const version = board && findDeal(board, dealId)?.version;
      const { data } = await moveDeal({
        ...named('deal', dealId),
        // Where the board is not shown any more, the card is moved from wherever it is.
        headers: version === undefined ? { 'If-Match': '*' } : basedOn(version),
        body: { stage_id: place.stageId, ...neighbours },
        throwOnError: true,
      });
      return data;
    },
    onMutate: async ({ dealId, place }) => {
      await client.cancelQueries({ queryKey: key });
      const board = client.getQueryData<Board>(key);
      const origin = board ? findPlace(board, dealId) : null;
      if (board) client.setQueryData<Board>(key, moveCard(board, dealId, place));
      return { origin };
    },
    onSuccess: (deal, { back: taken }, context) => {
      const origin = context?.origin;
      if (offered.current) toast.dismiss(offered.current);
      const stage = client
        .getQueryData<Board>(key)
        ?.stages.find((candidate) => candidate.id === deal.stage_id);
      if (origin && stage && !taken && origin.stageId !== deal.stage_id)
        offered.current = toast.done(t('crm.board.moved', { title: deal.title, stage: stage.name }), {
          actions: [{ label: t('kit.undo'), run: () => back.current?.(deal.id, origin) }],
        });
      // The same card has been moved on meanwhile: only its version is news.
      if (movesOf(client, deal.id) > 1) keepVersion(client, deal);
      else keepDeal(client, deal);
    },
    onError: (error, { dealId, place }, context) => {
      const origin = context?.origin;
      if (origin) client.setQueryData<Board>(key, (board) => board && moveCard(board, dealId, origin));
      const problem = toProblem(error);
      if (problem.code === 'fields_required') {
        lacking.current(
          dealId,
          place,
          problem.violations.map(({ field }) => field),
        );
        return;
      }
      const text = problemText(problem, t);
      toast.failed(t('crm.board.moveFailed'), failureDetail(problem, t, `${text.title}. ${text.detail}`));
      void client.invalidateQueries({ queryKey: key });
      void changed(client, 'deal');
    },
  });

  const send = useCallback(
    (dealId: string, place: Place, back?: boolean) => {
      const board = client.getQueryData<Board>(key);
      if (!board) return;
      const from = findPlace(board, dealId);
      if (!from || (from.stageId === place.stageId && from.index === place.index)) return;
      mutate({ dealId, place, neighbours: neighboursOf(board, dealId, place), back });
    },
    [client, mutate, key],
  );
  back.current = (dealId, place) => send(dealId, place, true);
  return useCallback((dealId: string, place: Place) => send(dealId, place), [send]);
}
