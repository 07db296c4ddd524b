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

/**
 * Reads what a person types as money, in cents: `R$ 1.234,56`, `1234.56`, `1.234`, `12,5`.
 * The last separator is the decimal one when one or two digits follow it; any other separator groups thousands.
 * Returns null for anything that is not an amount.
 */
export function parseMoney(text: string): number | null {
  const cleaned = text.replace(/R\$|US\$|[€$\s\u00a0]/g, '');
  const match = /^(-?)(\d[\d.,]*|[.,]\d{1,2})$/.exec(cleaned);
  if (!match) return null;
  const digits = match[2] ?? '';
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimal ? digits.slice(0, decimal.index) : digits).replace(/[.,]/g, '');
  const cents = Number(whole || '0') * 100 + Number((decimal?.[1] ?? '').padEnd(2, '0') || '0');
  if (!Number.isSafeInteger(cents)) return null;
  return match[1] ? -cents : cents;
}
