import { describe, expect, it } from 'vitest';
import type { Board, BoardStage, DealSummary } from '@/shared/api/gen';
import {
  addCard,
  appendPage,
  byPlace,
  findPlace,
  moveCard,
  neighboursOf,
  openTotals,
  placeCard,
  removeCard,
  replaceCard,
  takeTotals,
  weighted,
} from './boardState';

const deal = (id: string, stage: string, cents = 1000): DealSummary => ({
  id,
  title: id,
  amount_cents: cents,
  currency: 'BRL',
  pipeline_id: 'p',
  stage_id: stage,
  status: 'open',
  version: 0,
});

const stage = (
  id: string,
  probability: number,
  cards: string[],
  type: BoardStage['type'] = 'open',
): BoardStage => {
  const deals = cards.map((card) => deal(card, id));
  const amount = deals.length * 1000;
  return {
    id,
    name: id,
    type,
    probability,
    count: deals.length,
    amount_cents: amount,
    weighted_cents: weighted(amount, { type, probability }),
    other_currency_count: 0,
    deals,
    next_cursor: null,
  };
};

const board = (): Board => ({
  pipeline: { id: 'p', name: 'Vendas', is_default: true, stages: [], version: 0 },
  currency: 'BRL',
  stages: [stage('new', 10, ['a', 'b', 'c']), stage('offer', 50, ['d']), stage('won', 100, [], 'won')],
});

const cards = (of: Board, id: string) => of.stages.find((one) => one.id === id)?.deals.map((one) => one.id);
const totals = (of: Board, id: string) => {
  const found = of.stages.find((one) => one.id === id);
  return [found?.count, found?.amount_cents, found?.weighted_cents];
};

describe('the board while a card moves', () => {
  it('takes count, sum and weighted sum along to the other column', () => {
    const after = moveCard(board(), 'b', { stageId: 'offer', index: 1 });
    expect(cards(after, 'new')).toEqual(['a', 'c']);
    expect(cards(after, 'offer')).toEqual(['d', 'b']);
    expect(totals(after, 'new')).toEqual([2, 2000, 200]);
    expect(totals(after, 'offer')).toEqual([2, 2000, 1000]);
    expect(after.stages[1]?.deals[1]?.stage_id).toBe('offer');
  });

  it('reorders inside a column without touching its totals', () => {
    expect(cards(moveCard(board(), 'a', { stageId: 'new', index: 2 }), 'new')).toEqual(['b', 'c', 'a']);
    expect(cards(moveCard(board(), 'c', { stageId: 'new', index: 0 }), 'new')).toEqual(['c', 'a', 'b']);
    expect(totals(moveCard(board(), 'a', { stageId: 'new', index: 2 }), 'new')).toEqual([3, 3000, 300]);
  });

  it('is undone by moving back to where the card was', () => {
    const before = board();
    const place = findPlace(before, 'b');
    if (!place) throw new Error('b is on the board');
    const back = moveCard(moveCard(before, 'b', { stageId: 'offer', index: 0 }), 'b', place);
    expect(cards(back, 'new')).toEqual(['a', 'b', 'c']);
    expect(totals(back, 'new')).toEqual(totals(before, 'new'));
    expect(totals(back, 'offer')).toEqual(totals(before, 'offer'));
  });

  it('leaves the board alone for a card it does not hold', () => {
    const before = board();
    expect(moveCard(before, 'zzz', { stageId: 'offer', index: 0 })).toBe(before);
  });

  it('names the card above, else the card below, else nobody', () => {
    expect(neighboursOf(board(), 'd', { stageId: 'new', index: 1 })).toEqual({ after_id: 'a' });
    expect(neighboursOf(board(), 'd', { stageId: 'new', index: 0 })).toEqual({ before_id: 'a' });
    expect(neighboursOf(board(), 'a', { stageId: 'won', index: 0 })).toEqual({});
    expect(neighboursOf(board(), 'a', { stageId: 'new', index: 0 })).toEqual({ before_id: 'b' });
    expect(neighboursOf(board(), 'a', { stageId: 'new', index: 2 })).toEqual({ after_id: 'c' });
  });
});

describe('the board when the server has answered', () => {
  it('takes the newer card and the difference of its amount', () => {
    const after = replaceCard(board(), { ...deal('a', 'new', 5000), version: 3 });
    expect(totals(after, 'new')).toEqual([3, 7000, 700]);
    expect(after.stages[0]?.deals[0]?.version).toBe(3);
  });

  it('follows a card that was put elsewhere', () => {
    const after = replaceCard(board(), deal('a', 'offer', 1000));
    expect(cards(after, 'offer')).toEqual(['a', 'd']);
    expect(totals(after, 'new')).toEqual([2, 2000, 200]);
  });

  it('puts a new card on top of its column', () => {
    const after = addCard(board(), deal('x', 'offer', 2000));
    expect(cards(after, 'offer')).toEqual(['x', 'd']);
    expect(totals(after, 'offer')).toEqual([2, 3000, 1500]);
  });

  it('appends a page without showing a card twice', () => {
    const after = appendPage(board(), 'new', {
      data: [deal('c', 'new'), deal('e', 'new')],
      next_cursor: 'n',
    });
    expect(cards(after, 'new')).toEqual(['a', 'b', 'c', 'e']);
    expect(after.stages[0]?.next_cursor).toBe('n');
    expect(totals(after, 'new')).toEqual([3, 3000, 300]);
  });

  it('sums what is open, weighted as the server weighs', () => {
    expect(openTotals(board())).toEqual({ amount: 4000, weighted: 800 });
    expect(weighted(5, { type: 'open', probability: 10 })).toBe(1);
    expect(weighted(1000, { type: 'lost', probability: 50 })).toBe(0);
  });
});

describe('the board when others move cards', () => {
  const at = (id: string, stageId: string, position: string, cents = 1000): DealSummary => ({
    ...deal(id, stageId, cents),
    position,
  });
  const keyed = (): Board => {
    const empty = board();
    return {
      ...empty,
      stages: empty.stages.map((one) => ({
        ...one,
        deals: one.deals.map((card, index) => ({ ...card, position: 'FVk'[index] })),
      })),
    };
  };

  it('puts a card where its key says, with count and sums', () => {
    const after = placeCard(keyed(), at('d', 'new', 'P', 1000));
    expect(cards(after, 'new')).toEqual(['a', 'd', 'b', 'c']);
    expect(cards(after, 'offer')).toEqual([]);
    expect(totals(after, 'new')).toEqual([4, 4000, 400]);
    expect(totals(after, 'offer')).toEqual([0, 0, 0]);
  });

  it('orders keys by their bytes, and ids where two share one', () => {
    expect(cards(placeCard(keyed(), at('z', 'new', 'W')), 'new')).toEqual(['a', 'b', 'z', 'c']);
    expect(cards(placeCard(keyed(), at('aa', 'new', 'V')), 'new')).toEqual(['a', 'aa', 'b', 'c']);
  });

  it('only counts a card below what is loaded', () => {
    const before = keyed();
    const stages = before.stages.map((one) => (one.id === 'new' ? { ...one, next_cursor: 'more' } : one));
    const after = placeCard({ ...before, stages }, at('d', 'new', 'z'));
    expect(cards(after, 'new')).toEqual(['a', 'b', 'c']);
    expect(totals(after, 'new')).toEqual([4, 4000, 400]);
  });

  it('leaves a card of mine that has no key of its own yet between its neighbours', () => {
    const mine = moveCard(keyed(), 'd', { stageId: 'new', index: 1 });
    const after = placeCard(mine, at('x', 'new', 'S'));
    expect(cards(after, 'new')).toEqual(['a', 'd', 'x', 'b', 'c']);
    expect([...(after.stages[0]?.deals ?? [])].sort(byPlace).map(({ id }) => id)).toEqual(
      cards(after, 'new'),
    );
  });

  it('takes a card away that is gone', () => {
    const after = removeCard(keyed(), 'b');
    expect(cards(after, 'new')).toEqual(['a', 'c']);
    expect(totals(after, 'new')).toEqual([2, 2000, 200]);
    expect(removeCard(after, 'b')).toBe(after);
  });

  it('takes over totals without its cards', () => {
    const read = moveCard(keyed(), 'a', { stageId: 'offer', index: 0 });
    const after = takeTotals(keyed(), read);
    expect(totals(after, 'offer')).toEqual(totals(read, 'offer'));
    expect(cards(after, 'new')).toEqual(['a', 'b', 'c']);
  });
});
