import type { Board, BoardStage, DealSummary } from '@/shared/api/gen';

/** Where a card lies: its column and its place in the part of the column that is loaded. */
export interface Place {
  stageId: string;
  index: number;
}

/** The cards around a place, as `move` wants them. */
export interface Neighbours {
  after_id?: string;
  before_id?: string;
}

/** The sum weighted by the stage's probability, half up to the cent, as the server does it. */
export function weighted(amountCents: number, stage: Pick<BoardStage, 'type' | 'probability'>): number {
  return stage.type === 'lost' ? 0 : Math.round((amountCents * stage.probability) / 100);
}

export function findPlace(board: Board, dealId: string): Place | null {
  for (const stage of board.stages) {
    const index = stage.deals.findIndex((deal) => deal.id === dealId);
    if (index >= 0) return { stageId: stage.id, index };
  }
  return null;
}

export function findDeal(board: Board, dealId: string): DealSummary | undefined {
  for (const stage of board.stages) {
    const deal = stage.deals.find((candidate) => candidate.id === dealId);
    if (deal) return deal;
  }
  return undefined;
}

interface Totals {
  count: number;
  amount: number;
  leftOut: number;
}

/** What a card adds to the totals of its column, or takes: those in another currency are counted and not summed. */
function share(board: Board, deal: DealSummary, sign: 1 | -1): Totals {
  const sums = deal.currency === board.currency;
  return { count: sign, amount: sums ? sign * deal.amount_cents : 0, leftOut: sums ? 0 : sign };
}

function withTotals(stage: BoardStage, deals: DealSummary[], ...shares: Totals[]): BoardStage {
  const sum = (of: keyof Totals) => shares.reduce((total, one) => total + one[of], 0);
  const total = stage.amount_cents + sum('amount');
  return {
    ...stage,
    deals,
    count: stage.count + sum('count'),
    amount_cents: total,
    weighted_cents: weighted(total, stage),
    other_currency_count: stage.other_currency_count + sum('leftOut'),
  };
}

/** The cards that lie around `place` once the moved card has been taken out. */
export function neighboursOf(board: Board, dealId: string, place: Place): Neighbours {
  const stage = board.stages.find((candidate) => candidate.id === place.stageId);
  const others = stage?.deals.filter((deal) => deal.id !== dealId) ?? [];
  const above = others[place.index - 1];
  if (above) return { after_id: above.id };
  const below = others[place.index];
  return below ? { before_id: below.id } : {};
}

/** A key right behind that of the card above, until the server gives the card its own: keys hold letters and digits only. */
const justBelow = (above: DealSummary | undefined) => `${above?.position ?? ''}\u0001`;

/** The order of a column: by the bytes of the keys, then by id. */
export function byPlace(a: DealSummary, b: DealSummary): number {
  const [keyA, keyB] = [a.position ?? '', b.position ?? ''];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The board after a card was put to `place`; `index` counts the cards of the column without the moved one. */
export function moveCard(board: Board, dealId: string, place: Place): Board {
  const from = findPlace(board, dealId);
  const deal = findDeal(board, dealId);
  if (!from || !deal) return board;
  const sameColumn = from.stageId === place.stageId;
  return {
    ...board,
    stages: board.stages.map((stage) => {
      if (stage.id !== from.stageId && stage.id !== place.stageId) return stage;
      const rest = stage.deals.filter((candidate) => candidate.id !== dealId);
      if (stage.id !== place.stageId) return withTotals(stage, rest, share(board, deal, -1));
      const index = Math.min(Math.max(place.index, 0), rest.length);
      const put = { ...deal, position: justBelow(rest[index - 1]) };
      const moved = sameColumn ? put : { ...put, stage_id: stage.id, stage_entered_at: undefined };
      const deals = [...rest.slice(0, index), moved, ...rest.slice(index)];
      return sameColumn ? { ...stage, deals } : withTotals(stage, deals, share(board, deal, 1));
    }),
  };
}

/** The board with a newer version of one of its cards, in whatever column the card says. */
export function replaceCard(board: Board, deal: DealSummary): Board {
  const place = findPlace(board, deal.id);
  if (!place) return board;
  const here =
    place.stageId === deal.stage_id ? board : moveCard(board, deal.id, { stageId: deal.stage_id, index: 0 });
  return {
    ...here,
    stages: here.stages.map((stage) => {
      const old = stage.deals.find((candidate) => candidate.id === deal.id);
      if (!old) return stage;
      const deals = stage.deals.map((candidate) => (candidate.id === deal.id ? deal : candidate));
      return withTotals(stage, deals, share(board, old, -1), share(board, deal, 1));
    }),
  };
}

/** The board without a card. */
export function removeCard(board: Board, dealId: string): Board {
  const deal = findDeal(board, dealId);
  if (!deal) return board;
  return {
    ...board,
    stages: board.stages.map((stage) =>
      stage.deals.some((candidate) => candidate.id === dealId)
        ? withTotals(
            stage,
            stage.deals.filter((candidate) => candidate.id !== dealId),
            share(board, deal, -1),
          )
        : stage,
    ),
  };
}

/**
 * The board with a card as the server knows it, where its key says it lies. In a column that is not loaded to its end a
 * card further down only counts: it comes with its page.
 */
export function placeCard(board: Board, deal: DealSummary): Board {
  if (deal.position === undefined)
    return findPlace(board, deal.id) ? replaceCard(board, deal) : addCard(board, deal);
  const without = removeCard(board, deal.id);
  return {
    ...without,
    stages: without.stages.map((stage) => {
      if (stage.id !== deal.stage_id) return stage;
      const last = stage.deals.at(-1);
      const loaded = stage.next_cursor === null || (last !== undefined && byPlace(deal, last) < 0);
      const deals = loaded ? [...stage.deals, deal].sort(byPlace) : stage.deals;
      return withTotals(stage, deals, share(board, deal, 1));
    }),
  };
}

/** The board with the totals of another reading of it. */
export function takeTotals(board: Board, read: Board): Board {
  return {
    ...board,
    stages: board.stages.map((stage) => {
      const { count, amount_cents, weighted_cents, other_currency_count } =
        read.stages.find(({ id }) => id === stage.id) ?? stage;
      return { ...stage, count, amount_cents, weighted_cents, other_currency_count };
    }),
  };
}

/** The board with a card that was just created, on top of its column. */
export function addCard(board: Board, deal: DealSummary): Board {
  if (findPlace(board, deal.id)) return replaceCard(board, deal);
  return {
    ...board,
    stages: board.stages.map((stage) =>
      stage.id === deal.stage_id ? withTotals(stage, [deal, ...stage.deals], share(board, deal, 1)) : stage,
    ),
  };
}

/** The board with the next page of a column. A card that was moved meanwhile may come twice; it is kept once. */
export function appendPage(
  board: Board,
  stageId: string,
  page: { data: DealSummary[]; next_cursor: string | null },
): Board {
  const known = new Set(board.stages.flatMap((stage) => stage.deals.map((deal) => deal.id)));
  return {
    ...board,
    stages: board.stages.map((stage) =>
      stage.id === stageId
        ? {
            ...stage,
            deals: [...stage.deals, ...page.data.filter((deal) => !known.has(deal.id))],
            next_cursor: page.next_cursor,
          }
        : stage,
    ),
  };
}

/** All cards that are loaded. */
export const rowsOfBoard = (board: Board): DealSummary[] => board.stages.flatMap(({ deals }) => deals);

/** Sum and forecast of everything still open. */
export function openTotals(board: Board): { amount: number; weighted: number } {
  const open = board.stages.filter((stage) => stage.type === 'open');
  return {
    amount: open.reduce((sum, stage) => sum + stage.amount_cents, 0),
    weighted: open.reduce((sum, stage) => sum + stage.weighted_cents, 0),
  };
}
