import type { CycleFigures, PortfolioSummary, ServiceTypeFigures } from '@/shared/api/gen';
import { billingCycles } from '@/shared/states/states';

/** The share of the revenue that is left after the cost; null where there is no revenue to have a share of. */
export function marginShare(amountCents: number, costCents: number): number | null {
  return amountCents > 0 ? (amountCents - costCents) / amountCents : null;
}

/** How much a figure has grown, as a ratio; null when there was nothing to grow from. */
export function growth(now: number, before: number | undefined): number | null {
  return before ? (now - before) / Math.abs(before) : null;
}

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
  contracts: figures.contracts,
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

export const isEmpty = (summary: PortfolioSummary) => summary.contracts === 0;
