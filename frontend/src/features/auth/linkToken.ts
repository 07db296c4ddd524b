/** The token of a link in a mail. It stands behind `#`, so that no server and no log sees it. */
export function linkToken(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';
}
