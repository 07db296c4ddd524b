import { describe, expect, it } from 'vitest';
import type { DashboardMetrics, DashboardMonth } from '@/shared/api/gen';
import { compare, funnelShares, isBrandNew, movementBar, openAlerts } from './dashboardFigures';

const amount = (value_cents: number, previous_cents: number | null, change_percent: number | null) => ({
  value_cents,
  previous_cents,
  change_cents: previous_cents === null ? null : value_cents - previous_cents,
  change_percent,
});
const count = (value: number, previous: number) => ({
  value,
  previous,
  change: value - previous,
  change_percent: null,
});
const month = (figures: Partial<DashboardMonth>): DashboardMonth => ({
  month: '2026-11-01',
  to: '2026-11-21',
  mrr_cents: 0,
  new_cents: 0,
  expansion_cents: 0,
  reactivation_cents: 0,
  contraction_cents: 0,
  churn_cents: 0,
  customer_count: 0,
  new_customer_count: 0,
  reactivated_customer_count: 0,
  churned_customer_count: 0,
  logo_churn_percent: null,
  received_cents: 0,
  invoiced_cents: 0,
  ...figures,
});
const alert = (count: number) => ({ count, amount_cents: 0, from: null, to: '2026-11-21' });
const nothing: DashboardMetrics = {
  as_of: '2026-11-21',
  time_zone: 'America/Sao_Paulo',
  currency: 'BRL',
  metric_policy: 'default-1',
  comparison: {
    month_from: '2026-11-01',
    month_to: '2026-11-21',
    last_month_from: '2026-10-01',
    last_month_to: '2026-10-21',
    last_month_end: '2026-10-31',
  },
  mrr: amount(0, 0, null),
  received: amount(0, 0, null),
  weighted_pipeline: amount(0, 0, null),
  overdue: amount(0, 0, null),
  new_customers: count(0, 0),
  active_customers: count(0, 0),
  inactive_customer_count: 0,
  logo_churn_percent: null,
  months: [month({}), month({})],
  funnel: {
    leads: count(0, 0),
    converted: count(0, 0),
    won: count(0, 0),
    won_amount: amount(0, 0, null),
    lost: count(0, 0),
    win_rate_percent: null,
    previous_win_rate_percent: null,
    open_deal_count: 0,
  },
  alerts: { ending: alert(0), overdue: alert(0), reviews_due: alert(0), not_billed: alert(0) },
  other_currencies: { contract_count: 0, deal_count: 0, invoice_count: 0 },
};

describe('figures of the dashboard', () => {
  it('more is good news, save for what is overdue', () => {
    expect(compare(amount(110, 100, 10))).toEqual({ ratio: 0.1, difference: 10, tone: 'paid' });
    expect(compare(amount(90, 100, -10)).tone).toBe('overdue');
    expect(compare(amount(110, 100, 10), 'down').tone).toBe('overdue');
    expect(compare(amount(90, 100, -10), 'down').tone).toBe('paid');
    expect(compare(amount(100, 100, 0)).tone).toBe('neutral');
  });

  it('out of nothing there is a difference but no growth, and of the unknown neither', () => {
    expect(compare(count(3, 0))).toEqual({ ratio: null, difference: 3, tone: 'paid' });
    expect(compare(amount(100, null, null))).toEqual({ ratio: null, difference: null, tone: 'neutral' });
  });

  it('a company is new until it has anything to count', () => {
    expect(isBrandNew(nothing)).toBe(true);
    expect(isBrandNew({ ...nothing, inactive_customer_count: 1 })).toBe(false);
    expect(isBrandNew({ ...nothing, funnel: { ...nothing.funnel, leads: count(1, 0) } })).toBe(false);
    expect(isBrandNew({ ...nothing, months: [month({ invoiced_cents: 1 }), month({})] })).toBe(false);
    expect(
      isBrandNew({ ...nothing, other_currencies: { contract_count: 1, deal_count: 0, invoice_count: 0 } }),
    ).toBe(false);
  });

  it('what went lies below the line, and the net is what is left', () => {
    expect(
      movementBar(
        month({
          new_cents: 100,
          expansion_cents: 20,
          contraction_cents: 5,
          churn_cents: 40,
          reactivation_cents: 3,
        }),
      ),
    ).toEqual({
      month: '2026-11-01',
      first: 100,
      expansion: 20,
      reactivation: 3,
      contraction: -5,
      churn: -40,
      net: 78,
    });
    expect(Object.is(movementBar(month({})).churn, 0)).toBe(true);
  });

  it('the funnel is as wide as its widest step', () => {
    expect(funnelShares([80, 40, 10])).toEqual([1, 0.5, 0.125]);
    expect(funnelShares([0, 0])).toEqual([0, 0]);
  });

  it('alerts come worst first, and only those with something to see', () => {
    const metrics = {
      ...nothing,
      alerts: { ending: alert(2), overdue: alert(1), reviews_due: alert(0), not_billed: alert(3) },
    };
    expect(openAlerts(metrics)).toEqual(['overdue', 'not_billed', 'ending']);
    expect(openAlerts(nothing)).toEqual([]);
  });
});
