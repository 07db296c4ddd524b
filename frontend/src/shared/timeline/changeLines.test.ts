import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '@/shared/api/gen';
import { formatDate } from '@/shared/format/date';
import { formatMoney } from '@/shared/format/money';
import { switchLanguage } from '@/shared/i18n';
import { changeWords } from '@/shared/records/changeWords';
import { changeLines } from './changeLines';

const rafael = { id: 'u1', name: 'Rafael' };
const stage = (last: number) => `01939f6c-7a3e-7cc1-9c0e-00000000000${last}`;
const names: Record<string, string> = { [stage(1)]: 'Proposta', [stage(2)]: 'Negociação' };

type Values = Record<string, unknown> | null;

function said(before: Values, after: Values, rest: Partial<TimelineEntry> = {}, currency = 'BRL') {
  const words = changeWords(
    i18next.t,
    {
      money: (cents, of = 'BRL') => formatMoney(cents, of, i18next.language),
      date: (day) => (day ? formatDate(day) : ''),
      dateTime: String,
    },
    currency,
  );
  const entry = {
    event: 'updated',
    record_type: 'deal',
    made_by: rafael,
    change: { before, after },
    ...rest,
  };
  return changeLines(i18next.t, words, entry, (_, id) => names[id]);
}
const text = (...of: Parameters<typeof said>) =>
  said(...of).map((line) =>
    line
      .map((piece) => piece.text)
      .join('')
      .replaceAll('\u00a0', ' '),
  );

describe('a change of a record', () => {
  it('is told with who did it, the field as the screens call it, and both values', async () => {
    expect(text({ amount_cents: 750_000 }, { amount_cents: 680_000 })).toEqual([
      'Rafael mudou Valor de R$ 7.500,00 para R$ 6.800,00',
    ]);
    await switchLanguage('en');
    expect(text({ amount_cents: 750_000 }, { amount_cents: 680_000 })).toEqual([
      'Rafael changed Amount from R$7,500.00 to R$6,800.00',
    ]);
  });

  it('lets the eye find who and what it is now', () => {
    const strong = said({ amount_cents: 100 }, { amount_cents: 200 })[0]?.filter((piece) => piece.strong);
    expect(strong?.map((piece) => piece.text.replaceAll('\u00a0', ' '))).toEqual(['Rafael', 'R$ 2,00']);
  });

  it('has its amounts in the currency of the record', () => {
    expect(text({ amount_cents: 100 }, { amount_cents: 200 }, {}, 'USD')[0]).toContain('US$ 2,00');
  });

  it('of a stage is a move, first of all that changed with it, and says what follows from it', async () => {
    const before = { expected_close_on: null, status: 'open', stage_id: stage(1), closed_on: null };
    const after = {
      ...{ expected_close_on: '2026-11-30', status: 'won', stage_id: stage(2) },
      ...{ closed_on: '2026-11-30', stage_entered_at: 'x' },
    };
    expect(text(before, after)).toEqual([
      'Rafael moveu de Proposta para Negociação',
      'Fecha em passou a 30/11/2026',
    ]);
    await switchLanguage('en');
    expect(text(before, after)).toEqual([
      'Rafael moved it from Proposta to Negociação',
      'Closes on set to 30/11/2026',
    ]);
    expect(text({ stage_id: stage(1) }, { stage_id: stage(3) })).toEqual([
      'Rafael moved it to another stage',
    ]);
  });

  it('never shows an id', () => {
    const company = [{ company_id: stage(4) }, { company_id: stage(5) }] as const;
    expect(text(...company)).toEqual(['Rafael mudou Empresa']);
    expect(text({ company_id: null }, { company_id: stage(5) })).toEqual(['Rafael mudou Empresa']);
    expect(text({ company_id: stage(4) }, { company_id: null })).toEqual(['Rafael apagou Empresa']);
    expect(text({ reference_id: 'a' }, { reference_id: stage(4) }, { record_type: 'contract' })).toEqual([
      'Rafael mudou Referência',
    ]);
    expect(text({ source: stage(4) }, { source: stage(5) }, { record_type: 'lead' })).toEqual([
      'Rafael mudou Origem',
    ]);
  });

  it('tells of long texts and of what was emptied that it was', () => {
    expect(text({ lost_reason: 'Preço' }, { lost_reason: null })).toEqual([
      'Rafael apagou Motivo da perda, que era Preço',
    ]);
    expect(text({ notes: 'a' }, { notes: 'b\nc' }, { record_type: 'lead' })).toEqual([
      'Rafael mudou Anotações',
    ]);
  });

  it('leaves out a field without a word, and says no more than it knows', () => {
    const one = { kept: 1, amount_cents: 100 };
    expect(text(one, { kept: 2, amount_cents: 200 }, { made_by: undefined })).toEqual([
      'Valor mudou de R$ 1,00 para R$ 2,00',
    ]);
    expect(text({ kept: 1 }, { kept: 2 })).toEqual(['Rafael mudou o registro']);
  });

  it('of the record itself is that it was made', async () => {
    expect(text(null, { title: 'Site' }, { event: 'created' })).toEqual(['Rafael criou o registro']);
    await switchLanguage('en');
    expect(text(null, { title: 'Site' }, { event: 'created', made_by: undefined })).toEqual([
      'Record created',
    ]);
  });

  it('is told as it is, whatever was typed', () => {
    expect(text({ title: '{{who}} $t(kit.all)' }, { title: '<b>x</b>' })).toEqual([
      'Rafael mudou Título de {{who}} $t(kit.all) para <b>x</b>',
    ]);
  });
});
