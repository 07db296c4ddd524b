import type { CycleFigures, DashboardMonth, PortfolioSummary, ServiceTypeFigures } from '@/shared/api/gen';
import { billingCycles } from '@/shared/states/states';

/** The share of the revenue that is left after the cost; null where there is no revenue to have a share of. */
export function marginShare(amountCents: number, costCents: number): number | null {
  return amountCents > 0 ? (amountCents - costCents) / amountCents : null;
}

/** How much a figure has grown, as a ratio; null when there was nothing to grow from. */
export function growth(now: number, before: number | undefined): number | null {
  return before ? (now - before) / Math.abs(before) : null;
}

/** Whether a figure of the portfolio is so large that cents beside it are noise. */
export const isLarge = (summary: Pick<PortfolioSummary, 'mrr_cents' | 'arr_cents' | 'cost_cents'>) =>
  Math.max(summary.mrr_cents, summary.arr_cents, summary.cost_cents) >= 100_000_00;

/** A bar of a chart: revenue per month, split in what it costs and what is left. */
export interface Slice {
  /** Service type or cycle; empty for the rest that is not shown one by one. */
  key: string;
  contracts: number;
  mrr: number;
  cost: number;
  margin: number;
}

const sliceOf = (key: string, figures: ServiceTypeFigures | CycleFigures): Slice => ({
  key,
  contracts: figures.contract_count,
  mrr: figures.mrr_cents,
  cost: figures.cost_cents,
  margin: figures.margin_cents,
});

/** The service types by revenue; what comes after the first `most` is one bar without a key. */
export function typeSlices(figures: readonly ServiceTypeFigures[], most = 7): Slice[] {
  const slices = figures
    .map((figure) => sliceOf(figure.service_type, figure))
    .sort((one, other) => other.mrr - one.mrr || one.key.localeCompare(other.key));
  if (slices.length <= most) return slices;
  const rest = slices.slice(most - 1);
  const sum = (pick: (slice: Slice) => number) => rest.reduce((total, slice) => total + pick(slice), 0);
  return [
    ...slices.slice(0, most - 1),
    {
      key: '',
      contracts: sum((slice) => slice.contracts),
      mrr: sum((slice) => slice.mrr),
      cost: sum((slice) => slice.cost),
      margin: sum((slice) => slice.margin),
    },
  ];
}

/** Every cycle, from the shortest to the longest, with zeros for those without contracts. */
export function cycleSlices(figures: readonly CycleFigures[]): Slice[] {
  return billingCycles.map((cycle) => {
    const found = figures.find((figure) => figure.billing_cycle === cycle);
    return found ? sliceOf(cycle, found) : { key: cycle, contracts: 0, mrr: 0, cost: 0, margin: 0 };
  });
}

/**
 * What a chart draws of a slice: a contract may cost more than it brings in, and a bar cannot have a negative part, so
 * then all of its length is cost.
 */
export function barOf(slice: Slice): { cost: number; margin: number } {
  return { cost: Math.max(slice.cost, 0), margin: Math.max(slice.margin, 0) };
}

export const isEmpty = (summary: PortfolioSummary) => summary.contract_count === 0;

export type MovementKind = 'start' | 'new' | 'expansion' | 'reactivation' | 'contraction' | 'churn' | 'end';

/** One bar of the waterfall: what it is called, what it says, and from where to where it reaches. */
export interface MovementBar {
  kind: MovementKind;
  cents: number;
  low: number;
  high: number;
}

/**
 * From the revenue at the end of the month before to the one now, through what has moved it. Bars are measured from
 * `floor`, which lies below the lowest of them by half of their spread: from zero the movements would be hairlines.
 */
export function movementBars(
  before: Pick<DashboardMonth, 'mrr_cents'>,
  month: DashboardMonth,
): { bars: MovementBar[]; floor: number; top: number } {
  let level = before.mrr_cents;
  const step = (kind: MovementKind, cents: number): MovementBar => {
    const from = level;
    level += cents;
    return { kind, cents, low: Math.min(from, level), high: Math.max(from, level) };
  };
  const steps = [
    step('new', month.new_cents),
    step('expansion', month.expansion_cents),
    step('reactivation', month.reactivation_cents),
    step('contraction', -month.contraction_cents),
    step('churn', -month.churn_cents),
  ];
  const lowest = Math.min(before.mrr_cents, month.mrr_cents, ...steps.map((bar) => bar.low));
  const top = Math.max(before.mrr_cents, month.mrr_cents, ...steps.map((bar) => bar.high));
  const floor = Math.max(0, lowest - Math.max((top - lowest) / 2, top / 50));
  const whole = (kind: MovementKind, cents: number): MovementBar => ({
    kind,
    cents,
    low: floor,
    high: cents,
  });
  return {
    bars: [whole('start', before.mrr_cents), ...steps, whole('end', month.mrr_cents)],
    floor,
    top,
  };
}
