/** What can be done with a card besides putting it into a column. */
export type ZoneUse = 'win' | 'lose' | 'postpone';

/** The keys that do it on the card in focus. */
export const zoneKeys: Readonly<Record<string, ZoneUse>> = { g: 'win', p: 'lose', a: 'postpone' };
