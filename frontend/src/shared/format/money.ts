const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

// Intl puts a no-break space between symbol and figure; that is what we want on screen, and in tests a plain one.
export function formatMoney(cents: number, currency: string, locale: string): string {
  return format(locale, { style: 'currency', currency }).format(cents / 100);
}

/** `R$ 412.300`: without cents, for sums on tiles and column headers where they are noise. */
export function formatMoneyRounded(cents: number, currency: string, locale: string): string {
  return format(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(cents / 100);
}

/** `R$ 1,2 mi`, `R$ 412 mil`: for axes and narrow places. */
export function formatMoneyCompact(cents: number, currency: string, locale: string): string {
  return format(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(cents / 100);
}

/** `412 mil`, `1,2 mi`: for charts whose title names the currency. */
export function formatCompact(value: number, locale: string): string {
  return format(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/**
 * One unit for all amounts of an axis or a row of figures, told once: `R$ mil` and figures in thousands when the largest
 * has at least five digits. Amounts in different units side by side are compared wrongly.
 */
export function moneyScale(
  mostCents: number,
  currency: string,
  locale: string,
): { unit: string; text: (cents: number) => string } {
  const most = Math.abs(mostCents) / 100;
  const size = most >= 10_000_000 ? 1_000_000 : most >= 10_000 ? 1_000 : 1;
  const word =
    size === 1
      ? ''
      : (format(locale, { notation: 'compact' })
          .formatToParts(size)
          .find((part) => part.type === 'compact')?.value ?? '');
  return {
    unit: `${currencySymbol(currency, locale)}${word && ` ${word}`}`,
    text: (cents) => format(locale, { maximumFractionDigits: size === 1 ? 0 : 1 }).format(cents / 100 / size),
  };
}

/** `R$`: how amounts of a currency begin. */
export function currencySymbol(currency: string, locale: string): string {
  const parts = format(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** `1.234,56` without the symbol, for fields and table columns whose header names the currency. */
export function formatAmount(cents: number, locale: string): string {
  return format(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100);
}

export function formatNumber(value: number, locale: string): string {
  return format(locale, {}).format(value);
}

/** `ratio` 0.684 becomes `68,4%`. */
export function formatPercent(ratio: number, locale: string, digits = 1): string {
  return format(locale, { style: 'percent', maximumFractionDigits: digits }).format(ratio);
}

/** `R$`, `US$`, `€` and the codes (`BRL`), wherever they stand, and every kind of space. */
const decoration = /\p{L}{0,3}\p{Sc}|\b[A-Z]{3}\b|\s/gu;
/** Digits alone, or in groups of three after a first group that is none by itself (`0,125` groups nothing). */
const wholePart = /^(?:\d*|[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*))$/;

/**
 * Reads what a person types as money, in cents: `R$ 1.234,56`, `1234.56`, `1.234`, `12,5`. One or two digits behind the
 * last separator are cents; groups of exactly three are thousands, all behind the same separator. Anything else is no
 * amount (null): an amount that is guessed is charged.
 */
export function parseMoney(text: string): number | null {
  const match = /^(-?)([\d.,]*\d)$/.exec(text.replace(decoration, ''));
  if (!match) return null;
  const digits = match[2] ?? '';
  const decimal = /([.,])(\d{1,2})$/.exec(digits);
  const whole = decimal ? digits.slice(0, decimal.index) : digits;
  const groups = wholePart.exec(whole);
  if (!groups || (decimal && groups[1] === decimal[1])) return null;
  const cents =
    Number(whole.replace(/[.,]/g, '') || '0') * 100 + Number((decimal?.[2] ?? '').padEnd(2, '0') || '0');
  if (!Number.isSafeInteger(cents)) return null;
  return match[1] ? -cents : cents;
}
