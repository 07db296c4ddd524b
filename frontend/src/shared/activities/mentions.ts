/** A person of the company that a text names. */
export interface Mentioned {
  id: string;
  name: string;
}

const mostOffered = 6;

export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** What stands between an `@` and the caret, when somebody is writing a name there: two words at most. Null: nobody is. */
export function nameBefore(text: string, caret: number): { words: string; from: number } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}'.-]*(?: [\p{L}\p{N}'.-]*)?)$/u.exec(text.slice(0, caret));
  return match ? { words: match[1] ?? '', from: caret - (match[1] ?? '').length - 1 } : null;
}

/** Whose names have a word that begins so, each of the words. */
export function offered(people: readonly Mentioned[], words: string): Mentioned[] {
  const wanted = plain(words).split(' ').filter(Boolean);
  return people
    .filter(({ name }) => {
      const parts = plain(name).split(/\s+/);
      return wanted.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .slice(0, mostOffered);
}

/** The text with the name in place of what was typed of it, and where the caret is then. */
export function withName(text: string, from: number, caret: number, name: string) {
  const before = `${text.slice(0, from)}@${name}`;
  const after = text.slice(caret);
  const gap = after.startsWith(' ') ? '' : ' ';
  return { text: `${before}${gap}${after}`, caret: before.length + 1 };
}

/** A text in pieces: those that name somebody, and those between. */
export function pieces(text: string, names: readonly string[]): { text: string; named: boolean }[] {
  const found = names.filter((name) => name && text.includes(`@${name}`)).sort((a, b) => b.length - a.length);
  if (found.length === 0) return [{ text, named: false }];
  const any = new RegExp(
    `(@(?:${found.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}))(?![\\p{L}\\p{N}])`,
    'u',
  );
  return text
    .split(any)
    .map((piece, index) => ({ text: piece, named: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
