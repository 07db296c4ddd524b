import { marksOf } from './marks';

/** A text in which what was looked for stands out. */
export function Highlighted({ text, words }: { text: string; words: string }) {
  return marksOf(text, words).map((piece, at) =>
    piece.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in their order
      <mark key={at} className="rounded-xs bg-accent-soft text-inherit">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
