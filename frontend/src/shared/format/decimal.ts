/**
 * Quantities, prices of one and percents are exact decimals, as text: read as people type them, with a comma or a point, and
 * written as the API takes them. Null for what is none of at most so many digits before and behind it.
 */
export function decimalOf(typed: string, whole: number, decimals: number): string | null {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(typed.trim());
  if (!match) return null;
  const before = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  const behind = (match[2] ?? '').replace(/0+$/, '');
  if (before.length > whole || behind.length > decimals) return null;
  return behind ? `${before}.${behind}` : before;
}

/** `99.9` as it is typed in the language of the screen: `99,9`. */
export const typedDecimal = (value: string, locale: string): string =>
  locale.startsWith('pt') ? value.replace('.', ',') : value;
