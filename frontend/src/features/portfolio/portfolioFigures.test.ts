import { describe, expect, it } from 'vitest';
import { barOf, cycleSlices, growth, marginShare, movementBars, typeSlices } from './portfolioFigures';

const type = (service_type: string, mrr_cents: number, cost_cents = 0) => ({
  service_type,
  contract_count: 1,
  mrr_cents,
  cost_cents,
  margin_cents: mrr_cents - cost_cents,
});

describe('figures of the portfolio', () => {
  it('margin is a share of the revenue, and nothing without revenue', () => {
    expect(marginShare(5000, 2000)).toBe(0.6);
    expect(marginShare(5000, 6000)).toBe(-0.2);
    expect(marginShare(0, 100)).toBeNull();
  });

  it('growth is told only when there was something to grow from', () => {
    expect(growth(104, 100)).toBeCloseTo(0.04);
    expect(growth(50, 100)).toBe(-0.5);
    expect(growth(100, 0)).toBeNull();
    expect(growth(100, undefined)).toBeNull();
  });

  it('service types come by revenue, and the many small ones as one bar that adds up', () => {
    const figures = ['a', 'b', 'c', 'd'].map((name, index) => type(name, (index + 1) * 100, 10));
    expect(typeSlices(figures, 4).map((slice) => slice.key)).toEqual(['d', 'c', 'b', 'a']);
    expect(typeSlices(figures, 3)).toEqual([
      { key: 'd', contracts: 1, mrr: 400, cost: 10, margin: 390 },
      { key: 'c', contracts: 1, mrr: 300, cost: 10, margin: 290 },
      { key: '', contracts: 2, mrr: 300, cost: 20, margin: 280 },
    ]);
  });

  it('all four cycles are shown, also those nobody pays by', () => {
    const slices = cycleSlices([
      {
        billing_cycle: 'annual',
        contract_count: 2,
        amount_cents: 240_000,
        mrr_cents: 20_000,
        cost_cents: 5000,
        margin_cents: 15_000,
      },
    ]);
    expect(slices.map((slice) => [slice.key, slice.mrr])).toEqual([
      ['monthly', 0],
      ['quarterly', 0],
      ['semiannual', 0],
      ['annual', 20_000],
    ]);
  });

  it('a contract that loses money is all cost, never a bar below zero', () => {
    expect(barOf({ key: 'x', contracts: 1, mrr: 100, cost: 150, margin: -50 })).toEqual({
      cost: 150,
      margin: 0,
    });
  });
});

it('walks from last month to this one through what moved the revenue', () => {
  const month = {
    month: '2026-11-01',
    to: '2026-11-21',
    mrr_cents: 10_840,
    new_cents: 680,
    expansion_cents: 290,
    reactivation_cents: 70,
    contraction_cents: 110,
    churn_cents: 10,
    customer_count: 1,
    new_customer_count: 0,
    reactivated_customer_count: 0,
    churned_customer_count: 0,
    logo_churn_percent: null,
    received_cents: 0,
    invoiced_cents: 0,
  };
  const { bars, floor, top } = movementBars({ mrr_cents: 9_920 }, month);
  expect(bars.map((bar) => [bar.kind, bar.low, bar.high])).toEqual([
    ['start', floor, 9_920],
    ['new', 9_920, 10_600],
    ['expansion', 10_600, 10_890],
    ['reactivation', 10_890, 10_960],
    ['contraction', 10_850, 10_960],
    ['churn', 10_840, 10_850],
    ['end', floor, 10_840],
  ]);
  expect(floor).toBeLessThan(9_920);
  expect(top).toBe(10_960);
});
