import { useUserOptions } from '@/shared/pickers/options';
import { pieces } from './mentions';

/** What somebody wrote, with the people of the company that it names. */
export function MentionText({ text }: { text: string }) {
  const people = useUserOptions();
  if (!text.includes('@')) return text;
  const parts = pieces(
    text,
    people.map(({ label }) => label),
  );
  return parts.map(({ text: piece, named }, index) =>
    named ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
      <span key={index} className="rounded-[3px] bg-accent-soft px-0.5 font-medium text-on-accent-soft">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
