/** `https://portal.acme.com.br` out of what was typed; null for what is no site whose pages may call the API. */
export function readOrigin(typed: string): string | null {
  if (/[*\s]/.test(typed.trim())) return null;
  try {
    const { origin, protocol, hostname, pathname, search, hash, username } = new URL(typed.trim());
    const safe =
      protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
    return safe && pathname === '/' && !search && !hash && !username ? origin : null;
  } catch {
    return null;
  }
}
