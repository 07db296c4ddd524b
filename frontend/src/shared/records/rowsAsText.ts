import { isValidElement, type ReactNode } from 'react';
import type { DataColumn } from '@/shared/ui/tableTypes';

/** The words of what a cell draws. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return textOf(node.props.children);
  return '';
}

// A break or a tab in a text would start another cell.
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
/** What a spreadsheet would take for a formula is told to be a text, whoever wrote it. */
const harmless = (text: string) => (/^[=+@]|^-(?![\d\s]|$)/.test(text) ? `'${text}` : text);

/** Rows as spreadsheets paste them: a line for each, cells set apart by tabs, the headers first. */
export function rowsAsText<T>(columns: readonly DataColumn<T>[], rows: readonly T[]): string {
  const lines = rows.map((row) =>
    columns.map((column) => harmless(oneLine(column.text?.(row) ?? textOf(column.cell(row))))),
  );
  return [columns.map(({ header }) => header), ...lines].map((cells) => cells.join('\t')).join('\n');
}
