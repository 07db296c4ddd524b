import type { TFunction } from 'i18next';
import type { Format } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { resources } from '@/shared/resources';
import { kindOf, wordKey } from './changes';

const noValue = '—';
/** What belongs to a record and has no page of its own. */
const parts = [
  ['contract_changes', 'contract'],
  ['products', 'product'],
  ['deal_lines', 'deal_line'],
  ['invoice_items', 'invoice_item'],
  ['payments', 'payment'],
] as const;
const kinds = new Map<string, string>([
  ...resources.map(({ table, kind }) => [table, kind] as const),
  ...parts,
]);

/** `loja: 12, porte: médio`; a list one after the other. */
function listed(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map(listed).join(', ');
  if (raw === null || typeof raw !== 'object') return String(raw);
  return Object.entries(raw)
    .map(([name, value]) => `${name}: ${listed(value)}`)
    .join(', ');
}

/** The name of a field: as the record's own screens call it; one that they do not show has a name of its own. */
export const fieldKeys = (of: string, name: string) =>
  [`fields.${kinds.get(of)}.${name}`, `audit.name.${name}`] as const;

const ofCompany = 'custom.';

/** What a field that the company has added to records of a table is called, and what stands in it. */
export type CustomWords = (
  table: string,
  name: string,
) => { label: string; text: (value: unknown) => string } | undefined;

/** What has changed in a record, in the words of the screen. Amounts are in `currency`, that of the company unless told. */
export function changeWords(
  t: TFunction,
  format: Pick<Format, 'money' | 'date' | 'dateTime'>,
  currency?: string,
  custom?: CustomWords,
) {
  return {
    field: (of: string, name: string): string => {
      if (name.startsWith(ofCompany)) return custom?.(of, name)?.label ?? name.slice(ofCompany.length);
      const [own, common] = fieldKeys(of, name);
      return textOr(own, name, textOr(common, name));
    },

    value: (of: string, name: string, raw: unknown): string => {
      const own = name.startsWith(ofCompany) && custom?.(of, name);
      if (own) return own.text(raw) || noValue;
      const word = wordKey(of, name, raw);
      if (word) return textOr(word, name, String(raw));
      switch (kindOf(name, raw)) {
        case 'nothing':
          return noValue;
        case 'money':
          return format.money(Number(raw), currency);
        case 'date':
          return format.date(String(raw));
        case 'instant':
          return format.dateTime(String(raw));
        case 'flag':
          return raw ? t('audit.yes') : t('audit.no');
        case 'data':
          return listed(raw);
        case 'text':
          return String(raw);
      }
    },
  };
}

export type ChangeWords = ReturnType<typeof changeWords>;
