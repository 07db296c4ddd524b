import i18next, { type TFunction } from 'i18next';
import type { TimelineEntry } from '@/shared/api/gen';
import { type Change, kindOf, tellingChanges } from '@/shared/records/changes';
import { type ChangeWords, fieldKeys } from '@/shared/records/changeWords';
import { resources } from '@/shared/resources';

/** A piece of a sentence; `strong` is what the eye looks for: who, and what it is now. */
export interface Said {
  text: string;
  strong: boolean;
}

/** The name of what an id in a field refers to, as far as it is at hand. */
export type NameOf = (field: string, id: string) => string | undefined;

type Values = Partial<Record<'who' | 'field' | 'before' | 'after', string>>;

/** Follows from another field that is told. */
const derived = new Set(['stage_entered_at', 'overdue_since', 'customer_name', 'customer_tax_id']);
/** Follows from the stage that a deal was moved to. */
const ofStage = new Set(['status', 'closed_on']);
/** What says most of a change comes first. */
const first = ['stage_id', 'stage', 'status'];
const longest = 80;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
/** Stands in a text where a value goes, and is in no text. */
const mark = '\uE000';

function sentence(text: (values: Values) => string, values: Values): Said[] {
  const names = Object.keys(values) as (keyof Values)[];
  const marked = Object.fromEntries(names.map((name) => [name, `${mark}${name}${mark}`]));
  return text(marked)
    .split(mark)
    .map((piece, index) =>
      index % 2 === 0
        ? { text: piece, strong: false }
        : { text: values[piece as keyof Values] ?? '', strong: piece === 'who' || piece === 'after' },
    )
    .filter((piece) => piece.text !== '');
}

/** What a value is called; null when there is none, undefined when it cannot be told in a line. */
function told(of: string, field: string, raw: unknown, words: ChangeWords, nameOf: NameOf) {
  const kind = kindOf(field, raw);
  if (kind === 'nothing') return null;
  if (kind === 'data' && !Array.isArray(raw)) return undefined;
  const name = nameOf(field, String(raw));
  if (name !== undefined) return name;
  // Nobody knows a record by its id.
  if (field.endsWith('_id') || (uuid.test(String(raw)) && !field.startsWith('custom.'))) return undefined;
  const value = words.value(of, field, raw);
  // An option that is not on the list of its field any more.
  if (uuid.test(value)) return undefined;
  return value.length > longest || value.includes('\n') ? undefined : value;
}

type Form = 'moved' | 'movedOn' | 'changed' | 'set' | 'cleared' | 'emptied' | 'touched';

function formOf(field: string, before?: string | null, after?: string | null): Form {
  if (field === 'stage_id') return before && after ? 'moved' : 'movedOn';
  if (before && after) return 'changed';
  if (before === null && after) return 'set';
  if (after === null) return before ? 'cleared' : 'emptied';
  return 'touched';
}

const hasWord = (of: string, field: string) =>
  field.startsWith('custom.') || fieldKeys(of, field).some((key) => i18next.exists(key));
const rank = ({ field }: Change) => (first.includes(field) ? first.indexOf(field) : first.length);

/**
 * A change of a record in sentences: who did it in the first, one for each other field after it. A field that there is no word
 * for is left out.
 */
export function changeLines(
  t: TFunction,
  words: ChangeWords,
  entry: Pick<TimelineEntry, 'event' | 'record_type' | 'made_by' | 'change'>,
  nameOf: NameOf,
): Said[][] {
  const who = entry.made_by?.name;
  const say = (form: Form | 'created' | 'updated' | 'deleted', values: Values, index = 0) =>
    who && index === 0
      ? sentence((marked) => t(`activities.timeline.by.${form}`, marked), { who, ...values })
      : sentence((marked) => t(`activities.timeline.alone.${form}`, marked), values);
  if (entry.event === 'created' || entry.event === 'deleted') return [say(entry.event, {})];
  const of = resources.find(({ kind }) => kind === entry.record_type)?.table ?? entry.record_type;
  const { before = null, after = null } = entry.change ?? {};
  const moved = after !== null && 'stage_id' in after;
  const lines = tellingChanges({ action: 'update', before, after })
    .filter(({ field }) => !derived.has(field) && !(moved && ofStage.has(field)) && hasWord(of, field))
    .sort((one, other) => rank(one) - rank(other))
    .map((change, index) => {
      const was = told(of, change.field, change.before, words, nameOf);
      const is = told(of, change.field, change.after, words, nameOf);
      const form = formOf(change.field, was, is);
      return say(
        form,
        { field: words.field(of, change.field), before: was ?? undefined, after: is ?? undefined },
        index,
      );
    });
  return lines.length > 0 ? lines : [say('updated', {})];
}
