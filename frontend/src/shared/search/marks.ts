/** A piece of a text, and whether it is what somebody looked for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** As the server compares: without case, accents and marks. Each character by itself, so that what is found can be shown in the text. */
const plain = (character: string) =>
  character.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();

const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);

/** Cuts a text at the beginnings of words that were looked for; in numbers also across what their masks put between the digits. */
export function marksOf(text: string, words: string): Piece[] {
  const characters = [...text.normalize('NFC')];
  const sought = [
    ...new Set(
      words
        .trim()
        .split(/\s+/)
        .map((word) => [...word].map(plain).join('')),
    ),
  ].filter(Boolean);
  const found = characters.map(() => false);
  for (const word of sought) {
    const bare = [...word].filter(isWord).join('');
    for (let from = 0; from < characters.length; from++) {
      const begins =
        isWord(characters[from] as string) && !(from > 0 && isWord(characters[from - 1] as string));
      if (!begins) continue;
      const to =
        reach(characters, from, word) ?? (/\d/.test(bare) ? reach(characters, from, bare, true) : null);
      if (to) found.fill(true, from, to);
    }
  }
  const pieces: Piece[] = [];
  characters.forEach((character, at) => {
    const last = pieces.at(-1);
    if (last && last.found === found[at]) last.text += character;
    else pieces.push({ text: character, found: found[at] as boolean });
  });
  return pieces;
}

/** Where the word ends that begins here, or null. */
function reach(characters: string[], from: number, word: string, masked = false): number | null {
  let rest = word;
  for (let at = from; at < characters.length; at++) {
    const character = characters[at] as string;
    if (masked && !isWord(character)) {
      if (character === ' ' && rest === word) return null;
      continue;
    }
    const here = plain(character);
    if (rest.startsWith(here)) rest = rest.slice(here.length);
    else if (here.startsWith(rest)) rest = '';
    else return null;
    if (rest === '') return at + 1;
  }
  return null;
}
