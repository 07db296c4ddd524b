/** In the order of the keys 1 to 5. Apart from their icons: addresses are read with the entry of the app. */
export const activityTypes = ['note', 'call', 'email', 'meeting', 'task'] as const;

/** What may be a next step: a note is done as soon as it is written. */
export const stepTypes = activityTypes.filter((type) => type !== 'note');
