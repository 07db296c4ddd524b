import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { profileOf } from '@/shared/session/createSession';
import { useSession } from '@/shared/session/useSession';
import {
  dateInZone,
  formatDate,
  formatDateTime,
  formatLongMonth,
  formatMonth,
  formatMonthName,
  formatNearDate,
  formatShortDate,
  formatShortMonth,
  formatWeekday,
} from './date';
import {
  currencySymbol,
  formatAmount,
  formatCompact,
  formatMoney,
  formatMoneyCompact,
  formatMoneyRounded,
  formatNumber,
  formatPercent,
  formatUnitPrice,
  moneyScale,
} from './money';

/** The format helpers bound to the language of the screen and to the currency and time zone of the tenant. */
export function useFormat() {
  const { i18n } = useTranslation();
  const tenant = profileOf(useSession())?.tenant;
  const zone = tenant?.time_zone ?? 'America/Sao_Paulo';
  const home = tenant?.currency ?? 'BRL';
  const locale = i18n.language;
  return useMemo(
    () => ({
      locale,
      zone,
      currency: home,
      money: (cents: number, currency = home) => formatMoney(cents, currency, locale),
      moneyRounded: (cents: number, currency = home) => formatMoneyRounded(cents, currency, locale),
      moneyCompact: (cents: number, currency = home) => formatMoneyCompact(cents, currency, locale),
      /** Ever shorter, for a place whose width is not known: in full, without cents, `R$ 119,4 mil`. */
      moneyForms: (cents: number, currency = home) => [
        formatMoney(cents, currency, locale),
        formatMoneyRounded(cents, currency, locale),
        formatMoneyCompact(cents, currency, locale),
      ],
      moneyScale: (mostCents: number, currency = home) => moneyScale(mostCents, currency, locale),
      amount: (cents: number, currency = home) => formatAmount(cents, currency, locale),
      unitPrice: (price: string, currency = home) => formatUnitPrice(price, currency, locale),
      compact: (value: number) => formatCompact(value, locale),
      currencySymbol: currencySymbol(home, locale),
      number: (value: number) => formatNumber(value, locale),
      percent: (ratio: number, digits?: number) => formatPercent(ratio, locale, digits),
      date: (isoDate: string | null | undefined) => (isoDate ? formatDate(isoDate) : ''),
      shortDate: (isoDate: string) => formatShortDate(isoDate, locale),
      nearDate: (isoDate: string) => formatNearDate(isoDate, dateInZone(new Date(), zone)),
      month: (isoDate: string) => formatMonth(isoDate, locale),
      monthName: (isoDate: string) => formatMonthName(isoDate, locale),
      longMonth: (isoDate: string) => formatLongMonth(isoDate, locale),
      shortMonth: (isoDate: string) => formatShortMonth(isoDate, locale),
      dateTime: (instant: string | null | undefined) => (instant ? formatDateTime(instant, zone) : ''),
      weekday: (isoDate: string) => formatWeekday(isoDate, locale),
      /** The day of an instant, in the tenant's zone. */
      day: (instant: string | Date) => dateInZone(instant, zone),
      /** Today in the tenant's zone: the only "today" a business rule may mean. */
      today: () => dateInZone(new Date(), zone),
    }),
    [locale, zone, home],
  );
}

export type Format = ReturnType<typeof useFormat>;
