import type { ComboboxItem } from '@/shared/ui/Combobox';

/** Where most companies are: offered before anything is typed. */
const brazil = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Cuiaba',
  'America/Campo_Grande',
  'America/Fortaleza',
  'America/Recife',
  'America/Bahia',
  'America/Belem',
  'America/Porto_Velho',
  'America/Boa_Vista',
  'America/Rio_Branco',
  'America/Noronha',
];

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[_/]/g, ' ')
    .toLowerCase();

/** `America/Sao_Paulo` as people write it. */
export const zoneItem = (id: string): ComboboxItem => ({ id, label: id.replaceAll('_', ' ') });

/** The zones this browser knows that have all the words, Brazilian ones first. */
export function searchZones(words: string): ComboboxItem[] {
  if (!words.trim()) return brazil.map(zoneItem);
  const wanted = plain(words).split(/\s+/);
  const known = [
    ...brazil,
    ...Intl.supportedValuesOf('timeZone').filter((zone) => !brazil.includes(zone)),
    'UTC',
  ];
  return [...new Set(known)]
    .filter((zone) => wanted.every((word) => plain(zone).includes(word)))
    .slice(0, 30)
    .map(zoneItem);
}

export function isZone(id: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}
