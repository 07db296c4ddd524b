import type { Change } from '@/shared/records/changes';

const isReference = (field: string) => field === 'id' || field.endsWith('_id') || field.endsWith('_hash');

/** The few values that say most of a record without a name: its amount first, no codes, and no times of the machine. */
export function telling(changes: readonly Change[], most = 3): Change[] {
  return changes
    .filter(({ field }) => !isReference(field) && !field.endsWith('_at'))
    .sort((one, other) => Number(other.field.endsWith('_cents')) - Number(one.field.endsWith('_cents')))
    .slice(0, most);
}

/** Who did it: a person by name or e-mail, or what ran by itself: `job:invoice-run` is a job of that name. */
export function actorOf(actor: string): {
  kind: 'user' | 'api-key' | 'job' | 'event' | 'import' | 'system';
  name: string;
} {
  const [kind = '', ...rest] = actor.split(':');
  const name = rest.join(':');
  if (kind === 'api-key' || kind === 'job' || kind === 'event' || kind === 'import') return { kind, name };
  if (kind === 'user' || kind.includes('@')) return { kind: 'user', name: kind === 'user' ? name : actor };
  return { kind: 'system', name };
}
