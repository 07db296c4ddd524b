/** Business dates travel as `aaaa-mm-dd` and have no zone; instants are shown in the tenant's zone. */

// English readers of a Brazilian company see day/month too: 03/04 must not mean two days in one product.
const dateLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

function parts(isoDate: string): [number, number, number] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

export function formatDate(isoDate: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  const [year, month, day] = date;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** `20 nov.`: for narrow places where the year is known. */
/** Without the year when it is the present one: `04/02`, else `04/02/27`. A date of another year must not read like this one's. */
export function formatNearDate(isoDate: string, today: string): string {
  const whole = formatDate(isoDate);
  const year = isoDate.slice(0, 4);
  return year === today.slice(0, 4) ? whole.slice(0, 5) : `${whole.slice(0, 6)}${year.slice(2)}`;
}

export function formatShortDate(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Intl.DateTimeFormat(dateLocale(locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.UTC(date[0], date[1] - 1, date[2]));
}

/** `sex`: the day of the week. */
export function formatWeekday(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return '';
  return new Intl.DateTimeFormat(dateLocale(locale), { weekday: 'short', timeZone: 'UTC' })
    .format(Date.UTC(date[0], date[1] - 1, date[2]))
    .replace('.', '');
}

/** `nov`: the month alone, where the year is plain from the place. */
export function formatShortMonth(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Intl.DateTimeFormat(dateLocale(locale), { month: 'short', timeZone: 'UTC' })
    .format(Date.UTC(date[0], date[1] - 1, date[2]))
    .replace('.', '');
}

/** `nov. de 2026` */
export function formatMonth(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Intl.DateTimeFormat(dateLocale(locale), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(date[0], date[1] - 1, date[2]));
}

/** `nov`, and `jan 27` where a year begins: for axes. */
export function formatMonthName(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  const name = new Intl.DateTimeFormat(dateLocale(locale), { month: 'short', timeZone: 'UTC' })
    .format(Date.UTC(date[0], date[1] - 1, date[2]))
    .replace('.', '');
  return date[1] === 1 ? `${name} ${String(date[0]).slice(2)}` : name;
}

/** `novembro de 2026` */
export function formatLongMonth(isoDate: string, locale: string): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Intl.DateTimeFormat(dateLocale(locale), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(date[0], date[1] - 1, date[2]));
}

export function formatDateTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('pt-BR', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
    .format(new Date(instant))
    .replace(',', '');
}

/** The date that `instant` falls on in the tenant's zone, as `aaaa-mm-dd`. */
export function dateInZone(instant: Date | string, timeZone: string): string {
  // Sweden writes dates the ISO way.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
}

/** Whole days from one business date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [parts(from), parts(to)];
  if (!start || !end) return 0;
  return Math.round(
    (Date.UTC(end[0], end[1] - 1, end[2]) - Date.UTC(start[0], start[1] - 1, start[2])) / 86_400_000,
  );
}

/** A business date some days later (or earlier, when `days` is negative). */
export function addDays(isoDate: string, days: number): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Date(Date.UTC(date[0], date[1] - 1, date[2] + days)).toISOString().slice(0, 10);
}

/** The last day of the month that lies `months` after that of the date: 0 is its own month, -1 the one before. */
export function endOfMonth(isoDate: string, months = 0): string {
  const date = parts(isoDate);
  if (!date) return isoDate;
  return new Date(Date.UTC(date[0], date[1] + months, 0)).toISOString().slice(0, 10);
}

/** Reads `dd/mm/aaaa` (or what a browser's date field gives); null when there is no such day. */
export function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]), Number(local[2]), Number(local[1])]
      : [0, 0, 0];
  if (!year) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}

/** Puts the slashes in while a date is typed. */
export function maskDate(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 8);
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('/');
}
