import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateInZone,
  daysBetween,
  endOfMonth,
  formatDate,
  formatDateTime,
  formatNearDate,
  maskDate,
  parseDate,
} from './date';
import {
  decimalString,
  formatAmount,
  formatMoney,
  formatMoneyRounded,
  formatPercent,
  formatUnitPrice,
  moneyScale,
  parseMoney,
} from './money';
import { formatPhone, initials } from './phone';
import { formatTaxId, isTaxId, maskTaxId } from './taxId';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

it('a date tells its year when it is not the present one', () => {
  expect(formatNearDate('2026-02-04', '2026-11-30')).toBe('04/02');
  expect(formatNearDate('2027-02-04', '2026-11-30')).toBe('04/02/27');
  expect(formatNearDate('2025-12-31', '2026-01-01')).toBe('31/12/25');
});

describe('money', () => {
  it('stands in one unit for all amounts of an axis, which is told once', () => {
    const thousands = moneyScale(96_600_00, 'BRL', 'pt-BR');
    expect(plain(thousands.unit)).toBe('R$ mil');
    expect([96_600_00, 11_140_00, 4_280_00, 0].map(thousands.text)).toEqual(['96,6', '11,1', '4,3', '0']);
    const plainReais = moneyScale(7_440_00, 'BRL', 'pt-BR');
    expect(plainReais.unit).toBe('R$');
    expect([7_440_00, 280_50].map(plainReais.text)).toEqual(['7.440', '281']);
    expect(plain(moneyScale(25_000_000_00, 'BRL', 'pt-BR').unit)).toBe('R$ mi');
    expect(plain(moneyScale(96_600_00, 'BRL', 'en').unit)).toBe('R$ K');
  });

  it.each([
    ['R$ 1.234,56', 123456],
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['1.234', 123400],
    ['1.234.567', 123456700],
    ['12,5', 1250],
    ['12', 1200],
    ['0,07', 7],
    [',50', 50],
    ['-3,10', -310],
    ['R$\u00a019,90', 1990],
  ])('reads %s as %i cents', (text, cents) => {
    expect(parseMoney(text, 'BRL', 'pt-BR')).toBe(cents);
  });

  it.each([
    ...['', 'abc', '1,2,3a', '12 reais', '--1', '.', '5.', '-'],
    // Three digits behind a nought, four behind a point, groups of two: nobody can tell what was meant.
    ...['0,125', '0.005', '1,2345', '10.5000', '12.34.56', '1.234.56', '1234.567', '01.234', '1.23,456'],
    ...['1.234,567', '1,234.567', '1.234,567,89', '.1234', '12,345.6,7'],
  ])('refuses %j', (text) => {
    expect(parseMoney(text, 'BRL', 'pt-BR')).toBeNull();
  });

  it('never loses a cent on the way through floating point', () => {
    for (let cents = 0; cents < 20_000; cents += 7)
      expect(parseMoney(formatAmount(cents, 'BRL', 'pt-BR'), 'BRL', 'pt-BR')).toBe(cents);
    for (const locale of ['pt-BR', 'en'])
      for (const currency of ['BRL', 'USD', 'EUR', 'GBP', 'MXN', 'JPY', 'CLP', 'KWD'])
        for (let cents = 1; cents < 1e13; cents = cents * 3 + 7) {
          expect(parseMoney(formatAmount(cents, currency, locale), currency, locale)).toBe(cents);
          expect(
            parseMoney(formatMoney(cents, currency, locale), currency, locale),
            `${currency} ${locale}`,
          ).toBe(cents);
          expect(parseMoney(formatMoney(-cents, currency, locale), currency, locale)).toBe(-cents);
        }
    expect(parseMoney('90.071.992.547.409,91', 'BRL', 'pt-BR')).toBe(9_007_199_254_740_991);
    expect(parseMoney('90.071.992.547.409,92', 'BRL', 'pt-BR')).toBeNull();
  });

  it.each([
    ['JPY', '1.234', 'pt-BR', 1234],
    ['JPY', '12,5', 'pt-BR', null],
    ['JPY', '1,234', 'en', 1234],
    ['CLP', '1.234.567', 'pt-BR', 1234567],
    ['KWD', '1,234', 'pt-BR', 1234],
    ['KWD', '1.234', 'pt-BR', 1234000],
    ['KWD', '1.234', 'en', 1234],
    ['KWD', '1,234.5', 'en', 1234500],
    ['KWD', '0,0005', 'pt-BR', null],
  ])('reads %s %j in %s', (currency, text, locale, cents) => {
    expect(parseMoney(text, currency, locale)).toBe(cents);
  });

  it('writes decimals as the API takes them', () => {
    expect([1500, 125, 1_000_000_000, 0, 1].map((count) => decimalString(count, 3))).toEqual([
      '1.5',
      '0.125',
      '1000000',
      '0',
      '0.001',
    ]);
    expect(decimalString(80_000, 2)).toBe('800');
    expect(decimalString(100, 0)).toBe('100');
    expect(formatUnitPrice('0.0042', 'BRL', 'pt-BR')).toBe('0,0042');
    expect(formatUnitPrice('800', 'BRL', 'pt-BR')).toBe('800,00');
    expect(formatUnitPrice('800', 'JPY', 'pt-BR')).toBe('800');
  });

  it('writes an amount with the decimals of its currency', () => {
    expect(plain(formatMoney(123456, 'JPY', 'en'))).toBe('¥123,456');
    expect(plain(formatMoney(123456, 'CLP', 'pt-BR'))).toBe('CLP 123.456');
    expect(plain(formatMoney(123456, 'KWD', 'pt-BR'))).toBe('KWD 123,456');
    expect(formatAmount(7, 'KWD', 'pt-BR')).toBe('0,007');
    expect(formatAmount(7, 'JPY', 'pt-BR')).toBe('7');
    expect(plain(formatMoneyRounded(1234567, 'KWD', 'pt-BR'))).toBe('KWD 1.235');
    expect(plain(moneyScale(96_600, 'JPY', 'en').text(96_600))).toBe('96.6');
  });

  it('writes reais the way each language does', () => {
    expect(plain(formatMoney(123456, 'BRL', 'pt-BR'))).toBe('R$ 1.234,56');
    expect(plain(formatMoney(123456, 'BRL', 'en'))).toBe('R$1,234.56');
    expect(plain(formatMoneyRounded(41230049, 'BRL', 'pt-BR'))).toBe('R$ 412.300');
    expect(formatPercent(0.684, 'pt-BR')).toBe('68,4%');
  });
});

describe('dates', () => {
  it('shows and reads day, month, year', () => {
    expect(formatDate('2026-11-20')).toBe('20/11/2026');
    expect(parseDate('20/11/2026')).toBe('2026-11-20');
    expect(parseDate('2026-11-20')).toBe('2026-11-20');
    expect(maskDate('20112026')).toBe('20/11/2026');
    expect(maskDate('201')).toBe('20/1');
  });

  it.each(['31/02/2026', '00/01/2026', '20/13/2026', '20/11/26', 'amanhã', ''])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('puts an instant on the day of the tenant, not of UTC', () => {
    expect(dateInZone('2026-11-21T01:30:00Z', 'America/Sao_Paulo')).toBe('2026-11-20');
    expect(formatDateTime('2026-11-21T01:30:00Z', 'America/Sao_Paulo')).toBe('20/11/2026 22:30');
  });

  it('counts days across a change of daylight saving time and of year', () => {
    expect(daysBetween('2018-11-03', '2018-11-05')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-11-20', '2026-11-18')).toBe(-2);
  });

  it('moves by days and finds the ends of months', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(endOfMonth('2028-02-10')).toBe('2028-02-29');
    expect(endOfMonth('2026-01-31', 1)).toBe('2026-02-28');
    expect(endOfMonth('2026-01-15', -1)).toBe('2025-12-31');
  });
});

describe('tax ids', () => {
  it.each(['529.982.247-25', '11.222.333/0001-81', '12.ABC.345/01DE-35', '12abc34501de35'])(
    'accepts %s',
    (text) => {
      expect(isTaxId(text)).toBe(true);
    },
  );

  it.each(['529.982.247-26', '111.111.111-11', '11.222.333/0001-82', '12.ABC.345/01DE-36', '123', ''])(
    'refuses %j',
    (text) => {
      expect(isTaxId(text)).toBe(false);
    },
  );

  it('masks while typing and when shown', () => {
    expect(maskTaxId('5299')).toBe('529.9');
    expect(maskTaxId('52998224725')).toBe('529.982.247-25');
    expect(maskTaxId('11222333000181')).toBe('11.222.333/0001-81');
    expect(maskTaxId('12a')).toBe('12.A');
    expect(formatTaxId('12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
    expect(formatTaxId('X1')).toBe('X1');
  });
});

describe('phones and names', () => {
  it('writes Brazilian numbers with their area code', () => {
    expect(formatPhone('+5511987654321')).toBe('(11) 98765-4321');
    expect(formatPhone('1133334444')).toBe('(11) 3333-4444');
    expect(formatPhone('+1 415 555 0100')).toBe('+1 415 555 0100');
    expect(formatPhone('190')).toBe('190');
  });

  it('takes the initials of first and last name', () => {
    expect(initials('Maria Alves da Silva')).toBe('MS');
    expect(initials('Pulso')).toBe('PU');
    expect(initials('')).toBe('');
  });
});
