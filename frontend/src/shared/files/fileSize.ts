const units = ['b', 'kb', 'mb', 'gb'] as const;
export type SizeUnit = (typeof units)[number];

/** A length as people say it: 999 bytes are bytes, 1000 a kilobyte; one decimal below ten. */
export function fileSize(bytes: number): { amount: number; unit: SizeUnit } {
  let amount = bytes;
  let at = 0;
  while (amount >= 999.5 && at < units.length - 1) {
    amount /= 1000;
    at++;
  }
  return {
    amount: at > 0 && amount < 9.95 ? Math.round(amount * 10) / 10 : Math.round(amount),
    unit: units[at] ?? 'b',
  };
}
