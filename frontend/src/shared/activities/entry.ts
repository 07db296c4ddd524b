import type { ActivityCreate, ActivityType } from '@/shared/api/gen';
import { readTime } from '@/shared/format/time';
import type { Format } from '@/shared/format/useFormat';
import { dueOf } from './due';
import type { Mentioned } from './mentions';

/** What stands in the composer. */
export interface Draft {
  type: ActivityType;
  /** Unless said it is what the type usually is. */
  done?: boolean;
  text: string;
  outcome: string;
  day: string;
  time: string;
  /** Who was chosen while it was written; who is still named in it is mentioned. */
  mentions?: Mentioned[];
}

export const emptyDraft: Draft = { type: 'note', text: '', outcome: '', day: '', time: '' };

export const mostInSubject = 255;

/** A note is done as it is written, a task is to be done; of the others one is told, and the usual is meant. */
export const mayBeEither = (type: ActivityType) => type !== 'note' && type !== 'task';
export const isDone = ({ type, done }: Pick<Draft, 'type' | 'done'>): boolean =>
  type === 'note' || (mayBeEither(type) && (done ?? type !== 'meeting'));

/** The first line is the subject, the rest the description; a line that is too long for a subject is both. */
export function splitText(text: string): { subject: string; description: string | null } {
  const whole = text.trim();
  const [first = '', ...rest] = whole.split('\n');
  const letters = [...first.trim()];
  if (letters.length <= mostInSubject)
    return { subject: letters.join(''), description: rest.join('\n').trim() || null };
  const start = letters.slice(0, mostInSubject - 1).join('');
  return { subject: `${start.replace(/\s+\S*$/, '')}…`, description: whole };
}

/** Each once, as long as the text says the name; as many as an activity may have. */
function mentioned({ text, mentions = [] }: Draft): { mentioned_ids?: string[] } {
  const ids = new Set(mentions.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id));
  return ids.size > 0 ? { mentioned_ids: [...ids].slice(0, 20) } : {};
}

/** As the API takes it; `now` is when what is done is written down. */
export function writtenEntry(draft: Draft, format: Pick<Format, 'zone'>, now: string): ActivityCreate {
  const { type, text, outcome, day, time } = draft;
  const what = { type, ...splitText(text), ...mentioned(draft) };
  if (!isDone(draft)) return { ...what, ...dueOf(format, day, readTime(time)) };
  // When a note was written the server says.
  if (type === 'note') return what;
  return { ...what, completed_at: now, outcome: outcome.trim() || null };
}
