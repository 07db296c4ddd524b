import { cx } from '@/shared/lib/cx';

/** What menus, selects and comboboxes share, so that every list that pops up looks and moves alike. */
export const popupClass = cx(
  'thin-scroll z-50 max-h-[min(22rem,var(--available-height))] max-w-(--available-width) overflow-y-auto overscroll-contain rounded-md border border-line bg-raised p-1 shadow-float outline-none',
  'origin-(--transform-origin) transition-[opacity,scale] duration-100',
  'data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0',
);

/** A menu of actions shows them all: the last one, such as logging out, must not lie below a fold that nobody sees. */
export const menuClass = cx(popupClass, 'max-h-(--available-height)!');

export const optionClass = cx(
  'flex min-h-7 cursor-default select-none items-center gap-2 rounded-[5px] px-2 py-1 text-base text-ink outline-none pointer-coarse:min-h-11',
  'data-highlighted:bg-hover data-disabled:text-ink-3',
);
