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

/** How many decimals a currency has: 2 of BRL, 0 of JPY, 3 of KWD. */
export const minorDigits = (currency: string): number =>
  format('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** How many of the amounts of the API make one unit of a currency: 100 of BRL, 1 of JPY, 1000 of KWD. */
export const minorUnits = (currency: string): number => 10 ** minorDigits(currency);

/** A count of the smallest unit as the decimal that the API takes: 1500 thousandths are `1.5`. */
export function decimalString(count: number, digits: number): string {
  const text = String(count).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${text.slice(0, cut)}.${text.slice(cut)}`.replace(/\.?0*$/, '') || '0';
}

// Intl puts a no-break space between symbol and figure; that is what we want on screen, and in tests a plain one.
export function formatMoney(cents: number, currency: string, locale: string): string {
  return format(locale, { style: 'currency', currency }).format(cents / minorUnits(currency));
}

/** `R$ 412.300`: without cents, for sums on tiles and column headers where they are noise. */
export function formatMoneyRounded(cents: number, currency: string, locale: string): string {
  return format(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    cents / minorUnits(currency),
  );
}

/** `R$ 1,2 mi`, `R$ 412 mil`: for axes and narrow places. */
export function formatMoneyCompact(cents: number, currency: string, locale: string): string {
  return format(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(cents / minorUnits(currency));
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
  const most = Math.abs(mostCents) / minorUnits(currency);
  const size = most >= 10_000_000 ? 1_000_000 : most >= 10_000 ? 1_000 : 1;
  const word =
    size === 1
      ? ''
      : (format(locale, { notation: 'compact' })
          .formatToParts(size)
          .find((part) => part.type === 'compact')?.value ?? '');
  return {
    unit: `${currencySymbol(currency, locale)}${word && ` ${word}`}`,
    text: (cents) =>
      format(locale, { maximumFractionDigits: size === 1 ? 0 : 1 }).format(
        cents / minorUnits(currency) / size,
      ),
  };
}

/** `R$`: how amounts of a currency begin. */
export function currencySymbol(currency: string, locale: string): string {
  const parts = format(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** `1.234,56` without the symbol, for fields and table columns whose header names the currency. */
export function formatAmount(cents: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return format(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    cents / 10 ** digits,
  );
}

/** What one costs, as the API writes it (`0.0042`): with the decimals of the currency, and more where it has more. */
export function formatUnitPrice(price: string, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return format(locale, { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 6) }).format(
    Number(price),
  );
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

/** `,` or `.`: what stands before the decimals in a language. */
const decimalOf = (locale: string) =>
  format(locale, {})
    .formatToParts(0.5)
    .find((part) => part.type === 'decimal')?.value ?? '.';

/**
 * Reads what a person types as money, in minor units: `R$ 1.234,56`, `1234.56`, `1.234`, `12,5`. As many digits behind the last
 * separator as the currency has decimals, or fewer, are those; groups of exactly three are thousands, all behind the same
 * separator. Where three digits may be both (KWD), the language says which separator it is. Anything else is no amount (null): an
 * amount that is guessed is charged.
 */
export function parseMoney(text: string, currency: string, locale: string): number | null {
  const match = /^(-?)([\d.,]*\d)$/.exec(text.replace(decoration, ''));
  if (!match) return null;
  const digits = match[2] ?? '';
  const decimals = minorDigits(currency);
  const separator = decimals < 3 ? '[.,]' : `[${decimalOf(locale)}]`;
  const decimal = decimals > 0 ? new RegExp(`(${separator})(\\d{1,${decimals}})$`).exec(digits) : null;
  const whole = decimal ? digits.slice(0, decimal.index) : digits;
  const groups = wholePart.exec(whole);
  if (!groups || (decimal && groups[1] === decimal[1])) return null;
  const cents =
    Number(whole.replace(/[.,]/g, '') || '0') * 10 ** decimals +
    Number((decimal?.[2] ?? '').padEnd(decimals, '0') || '0');
  if (!Number.isSafeInteger(cents)) return null;
  return match[1] ? -cents : cents;
}
