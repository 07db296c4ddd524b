/** How one person has arranged the columns of one list. What is not named stands as the list has it. */
export interface TableLayout {
  hidden: readonly string[];
  /** Wanted also where the list by itself would leave them out for want of room. */
  wanted: readonly string[];
  /** Ids of columns from left to right. */
  order: readonly string[];
  /** Widths in pixels. */
  sizes: Readonly<Record<string, number>>;
  /** Rows that stand closer. */
  dense?: boolean;
}

export const plainLayout: TableLayout = { hidden: [], wanted: [], order: [], sizes: {} };

/** As far as columns are arranged. */
export interface Arrangeable {
  id: string;
  width?: string;
  hideBelow?: 'lg' | 'xl' | '2xl';
  /** There for who asks for it. */
  optional?: boolean;
}

/** Widths of a window in pixels below which a column goes; those of the style sheet. */
export const roomFor = { lg: 1024, xl: 1280, '2xl': 1536 };
export const narrowest = 64;
export const widest = 640;
const usualWidth = '8rem';

/** The ids in the order of the layout. The first one is the name of the record: it stays where it is, and is never hidden. */
export function arranged(layout: TableLayout, ids: readonly string[]): string[] {
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const known = layout.order.filter((id) => rest.includes(id));
  return [first, ...known, ...rest.filter((id) => !known.includes(id))];
}

/** The columns that are drawn, from left to right; one that was asked for needs no room to be there. */
export function visibleColumns<C extends Arrangeable>(layout: TableLayout, columns: readonly C[]): C[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return arranged(layout, [...byId.keys()])
    .filter(
      (id) =>
        id === columns[0]?.id ||
        (!layout.hidden.includes(id) && (!byId.get(id)?.optional || layout.wanted.includes(id))),
    )
    .flatMap((id) => byId.get(id) ?? [])
    .map((column) => (layout.wanted.includes(column.id) ? { ...column, hideBelow: undefined } : column));
}

/** A column where another one stands, which makes room. */
export function placed(layout: TableLayout, ids: readonly string[], id: string, at: string): TableLayout {
  const order = arranged(layout, ids).slice(1);
  const to = order.indexOf(at);
  const from = order.indexOf(id);
  if (to < 0 || from < 0 || to === from) return layout;
  order.splice(from, 1);
  order.splice(to, 0, id);
  return { ...layout, order };
}

/** One column further left or right; the same layout when there is no room. */
export function moved(layout: TableLayout, ids: readonly string[], id: string, by: -1 | 1): TableLayout {
  const order = arranged(layout, ids);
  const at = order.indexOf(id);
  const to = at + by;
  if (at < 1 || to < 1 || to >= order.length) return layout;
  order.splice(at, 1);
  order.splice(to, 0, id);
  return { ...layout, order: order.slice(1) };
}

export function shown(layout: TableLayout, id: string, visible: boolean): TableLayout {
  const without = (list: readonly string[]) => list.filter((other) => other !== id);
  return {
    ...layout,
    hidden: visible ? without(layout.hidden) : [...without(layout.hidden), id],
    wanted: visible ? [...without(layout.wanted), id] : without(layout.wanted),
  };
}

export function sized(layout: TableLayout, id: string, pixels: number): TableLayout {
  const size = Math.min(Math.max(Math.round(pixels), narrowest), widest);
  return { ...layout, sizes: { ...layout.sizes, [id]: size } };
}

/**
 * How wide a table must be for columns that a person has asked for, as CSS; below that it scrolls rather than press them
 * together. Nothing for one that stands as the list has it.
 */
export function leastWidth(layout: TableLayout, visible: readonly Arrangeable[]): string | undefined {
  if (layout.wanted.length === 0 && Object.keys(layout.sizes).length === 0) return undefined;
  const widths = visible
    .filter(({ hideBelow }) => !hideBelow)
    .map(({ id, width }) =>
      layout.sizes[id] ? `${layout.sizes[id]}px` : width && !width.endsWith('%') ? width : usualWidth,
    );
  return `calc(${widths.join(' + ')})`;
}

const isList = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What was kept, as far as it can be read: another version of the program may have written it. */
export function readLayout(text: string | null): TableLayout {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<TableLayout> | null;
    const sizes = Object.entries(kept?.sizes ?? {}).filter(([, size]) => Number.isFinite(size));
    return {
      hidden: isList(kept?.hidden) ? (kept?.hidden ?? []) : [],
      wanted: isList(kept?.wanted) ? (kept?.wanted ?? []) : [],
      order: isList(kept?.order) ? (kept?.order ?? []) : [],
      sizes: Object.fromEntries(sizes),
      ...(kept?.dense === true && { dense: true }),
    };
  } catch {
    return plainLayout;
  }
}
