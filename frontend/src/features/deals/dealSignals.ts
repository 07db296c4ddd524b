import type { DealSummary } from '@/shared/api/gen';
import { daysBetween } from '@/shared/format/date';

export type CloseSignal =
  | { kind: 'none' }
  | { kind: 'late'; days: number }
  | { kind: 'today' }
  | { kind: 'due'; date: string };

/** What the expected close date says today (both business dates in the tenant's zone). */
export function closeSignal(expectedCloseOn: string | null | undefined, today: string): CloseSignal {
  if (!expectedCloseOn) return { kind: 'none' };
  const days = daysBetween(today, expectedCloseOn);
  if (days < 0) return { kind: 'late', days: -days };
  return days === 0 ? { kind: 'today' } : { kind: 'due', date: expectedCloseOn };
}

/** Whole days a deal has been in its stage; null while the server has not said since when. */
export function daysInStage(deal: Pick<DealSummary, 'stage_entered_at'>, now: number): number | null {
  if (!deal.stage_entered_at) return 0;
  const days = Math.floor((now - Date.parse(deal.stage_entered_at)) / 86_400_000);
  return Number.isNaN(days) ? null : Math.max(days, 0);
}

/** `rotting`: longer in its stage than that allows; `rotten`: twice as long. As the filter `mark` of the API counts it. */
export type Rot = 'rotting' | 'rotten' | null;

export function rotOf(
  deal: Pick<DealSummary, 'stage_entered_at' | 'status'>,
  rottingDays: number | undefined,
  now: number,
): Rot {
  const days = daysInStage(deal, now);
  if (deal.status !== 'open' || !rottingDays || days === null || days < rottingDays) return null;
  return days >= 2 * rottingDays ? 'rotten' : 'rotting';
}
