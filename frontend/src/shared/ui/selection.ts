/** Rows that something is to be done with: these, or all that match the filters but these. */
export type Selection = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> };

export const nothingSelected: Selection = { all: false, ids: new Set() };
export const allSelected: Selection = { all: true, except: new Set() };

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.all ? !selection.except.has(id) : selection.ids.has(id);

/** Takes a row in or out. Of "all that match" a row is an exception, also of those that were not read yet. */
export function toggled(selection: Selection, id: string): Selection {
  const set = new Set(selection.all ? selection.except : selection.ids);
  if (!set.delete(id)) set.add(id);
  return selection.all ? { all: true, except: set } : { all: false, ids: set };
}

/** The rows from one to another come in, or go out, as the last one does. */
export function ranged(selection: Selection, ids: readonly string[], from: string, to: string): Selection {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a < 0 || b < 0) return toggled(selection, to);
  const wanted = !isSelected(selection, to);
  return ids
    .slice(Math.min(a, b), Math.max(a, b) + 1)
    .filter((id) => isSelected(selection, id) !== wanted)
    .reduce(toggled, selection);
}

/** What the box in the header shows. */
export function headState(selection: Selection): boolean | 'some' {
  if (selection.all) return selection.except.size === 0 ? true : 'some';
  return selection.ids.size === 0 ? false : 'some';
}
