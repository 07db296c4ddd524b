import type { AmountChange, CountChange, DashboardMetrics, DashboardMonth } from '@/shared/api/gen';

export type Tone = 'paid' | 'overdue' | 'neutral';

/** How a figure stands against last month. */
export interface Comparison {
  /** 0.041 for 4.1 %; null where nothing was to grow from. */
  ratio: number | null;
  /** In the figure's own unit; null where last month is not known. */
  difference: number | null;
  /** Whether that is good news. */
  tone: Tone;
}

export function compare(change: AmountChange | CountChange, good: 'up' | 'down' = 'up'): Comparison {
  const difference = 'change_cents' in change ? change.change_cents : change.change;
  const ratio = change.change_percent === null ? null : change.change_percent / 100;
  const sign = Math.sign(difference ?? 0);
  return {
    ratio,
    difference,
    tone: sign === 0 ? 'neutral' : sign > 0 === (good === 'up') ? 'paid' : 'overdue',
  };
}

/** A company that has nothing yet to see figures of. */
export function isBrandNew(metrics: DashboardMetrics): boolean {
  const { funnel, alerts, other_currencies: other } = metrics;
  return (
    metrics.inactive_customer_count === 0 &&
    metrics.weighted_pipeline.value_cents === 0 &&
    funnel.open_deal_count === 0 &&
    funnel.leads.value === 0 &&
    (funnel.leads.previous ?? 0) === 0 &&
    funnel.won.value + funnel.lost.value === 0 &&
    Object.values(alerts).every((alert) => alert.count === 0) &&
    other.contract_count + other.deal_count + other.invoice_count === 0 &&
    metrics.months.every(
      (month) => month.mrr_cents === 0 && month.invoiced_cents === 0 && month.received_cents === 0,
    )
  );
}

/** A month's movements as a chart stacks them: what came above the line, what went below it. */
export interface MovementBar {
  month: string;
  first: number;
  expansion: number;
  reactivation: number;
  contraction: number;
  churn: number;
  net: number;
}

export function movementBar(month: DashboardMonth): MovementBar {
  return {
    month: month.month,
    first: month.new_cents,
    expansion: month.expansion_cents,
    reactivation: month.reactivation_cents,
    // Subtracted from 0, because a bar of -0 would be drawn.
    contraction: 0 - month.contraction_cents,
    churn: 0 - month.churn_cents,
    net:
      month.new_cents +
      month.expansion_cents +
      month.reactivation_cents -
      month.contraction_cents -
      month.churn_cents,
  };
}

/** The steps of the funnel with their share of the widest one. */
export function funnelShares(values: readonly number[]): number[] {
  const most = Math.max(...values, 0);
  return values.map((value) => (most === 0 ? 0 : value / most));
}

export type AlertKind = 'overdue' | 'not_billed' | 'ending' | 'reviews_due';

/** What hurts most comes first. */
const alertOrder: readonly AlertKind[] = ['overdue', 'not_billed', 'ending', 'reviews_due'];

/** The alerts that say something. */
export function openAlerts(metrics: DashboardMetrics): AlertKind[] {
  return alertOrder.filter((kind) => metrics.alerts[kind].count > 0);
}
