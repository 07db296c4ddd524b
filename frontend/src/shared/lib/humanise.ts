import i18next from 'i18next';

/** `invoices_created` as words: for names that a newer server knows and this screen does not. */
export function humanise(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text of a name that comes from the server, or `otherwise` (the name as words) when there is no text for it. */
export function textOr(key: string, name: string, otherwise = humanise(name), count?: number): string {
  return i18next.exists(key, { count }) ? String(i18next.t(key as never, { count } as never)) : otherwise;
}
