import { useCallback, useState } from 'react';
import { useProfile } from '@/shared/session/useSession';

/** What a card shows beside its title and its amount. */
export const cardParts = ['company', 'monthly', 'days', 'next_step', 'close', 'owner'] as const;
export type CardPart = (typeof cardParts)[number];
export type CardParts = ReadonlySet<CardPart>;

const key = (user: string) => `pulso.board.card.${user}`;

function kept(user: string): CardParts {
  try {
    const text = localStorage.getItem(key(user));
    const parts: unknown = text === null ? null : JSON.parse(text);
    if (Array.isArray(parts)) return new Set(cardParts.filter((part) => parts.includes(part)));
  } catch {
    // Without storage, or with what nobody can read, all is shown.
  }
  return new Set(cardParts);
}

/** What the person at the screen wants to see on a card; kept for that person on this device. */
export function useCardParts(): [CardParts, (part: CardPart) => void] {
  const { user } = useProfile();
  const [parts, setParts] = useState(() => kept(user.id));
  const toggle = useCallback(
    (part: CardPart) =>
      setParts((before) => {
        const after = new Set(before);
        if (!after.delete(part)) after.add(part);
        try {
          localStorage.setItem(key(user.id), JSON.stringify([...after]));
        } catch {
          // It lasts as long as the page.
        }
        return after;
      }),
    [user.id],
  );
  return [parts, toggle];
}
