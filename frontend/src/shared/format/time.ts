/** `9`, `930`, `9h30`, `09:30` as `09:30`; null for what is no time of day. `24:00` is the end of the day. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:h.]?(\d{2}))?h?$/.exec(typed.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `15:00`, as the clocks of the zone show it. */
export function formatTime(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('pt-BR', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
}

/** When the clocks of the zone show that time on that day. */
export function instantAt(isoDate: string, time: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = (at: number) => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);
  const wanted = Date.parse(`${isoDate}T${time}:00Z`);
  // The second look is for a day on which the clocks are put forward or back.
  let at = wanted;
  for (let look = 0; look < 2; look++) at += wanted - shown(at);
  return new Date(at).toISOString();
}
