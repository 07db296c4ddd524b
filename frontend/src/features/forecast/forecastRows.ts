import type { ForecastFigures, Goal, MonthForecast } from '@/shared/api/gen';

/** A person in a month: what is expected of the own deals, and what is aimed at. */
export interface OwnerRow {
  id: string | null;
  name?: string;
  figures?: ForecastFigures;
  goal?: Goal;
}

/** The first day of the month so many months later. */
export function moved(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * Who has deals in the month, then who has a goal alone, then, where `everybody` may be given one, the others. A goal in another currency than that
 * of the forecast is compared with nothing.
 */
export function rowsOf(
  month: Pick<MonthForecast, 'month' | 'owners'>,
  goals: readonly Goal[],
  currency: string,
  people: readonly { value: string; label: string }[],
  everybody = true,
): OwnerRow[] {
  const called = new Map(people.map(({ value, label }) => [value, label] as const));
  const aims = new Map(
    goals
      .filter((goal) => goal.month === month.month && goal.currency === currency)
      .map((goal) => [goal.owner_id, goal] as const),
  );
  const rows: OwnerRow[] = month.owners.map((owner) => ({
    id: owner.owner_id,
    name: owner.owner_id ? called.get(owner.owner_id) : undefined,
    figures: owner,
    goal: owner.owner_id ? aims.get(owner.owner_id) : undefined,
  }));
  const shown = new Set(rows.map(({ id }) => id));
  for (const [id, goal] of aims)
    if (!shown.has(id)) {
      rows.push({ id, name: goal.owner?.name ?? called.get(id), goal });
      shown.add(id);
    }
  for (const { value, label } of everybody ? people : [])
    if (!shown.has(value)) rows.push({ id: value, name: label });
  return rows;
}
