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

/** What the box in the header shows. */
export function headState(selection: Selection): boolean | 'some' {
  if (selection.all) return selection.except.size === 0 ? true : 'some';
  return selection.ids.size === 0 ? false : 'some';
}
