import type { TFunction } from 'i18next';
import { z } from 'zod';
import { parseDate } from '@/shared/format/date';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import type { PickedKind } from '@/shared/pickers/recordName';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { atMost } from './atMost';

/** How a field is typed or chosen, wherever it stands. */
export type Control =
  | { as: 'line'; type?: 'text' | 'email' | 'tel' | 'url'; most: number }
  | { as: 'lines'; most: number }
  | { as: 'number'; digits: number; decimals?: true }
  | { as: 'money' | 'date' | 'taxId' | 'tags' }
  | { as: 'choice'; values?: readonly string[]; label?: (t: TFunction, value: never) => string }
  | { as: 'record'; of: PickedKind };

/** One field of a record: how it is read into a form, typed, written for the API, and what may stand in it. */
export interface FieldKind<Value, Written> {
  control?: Control;
  /** Marked as one that has to be filled in. */
  required?: true;
  empty: Value;
  /** @param other what the answer includes of the record that an id names */
  read: (raw: NonNullable<Written>, other?: { name?: string } | null) => Value;
  write: (value: Value) => Written;
  /** What of it is sent in a change, where that is a part of the whole. */
  part?: (before: object, after: object) => object;
  rule: (t: TFunction) => z.ZodType<Value, Value>;
}

/** What is the same in the form and for the API. */
const asIs = { read: <V>(raw: V) => raw, write: <V>(value: V) => value };

/** A text that may be missing: nothing is null for the API and empty on screen. */
export const text = (most: number): FieldKind<string, string | null> => ({
  control: { as: 'line', most },
  empty: '',
  read: (raw) => raw,
  write: (value) => value.trim() || null,
  rule: (t) => z.string().trim().check(atMost(most, t)),
});

/** The same in several lines. */
export const longText = (most: number): FieldKind<string, string | null> => ({
  ...text(most),
  control: { as: 'lines', most },
});
export const notes = longText(5000);

export const requiredText = (
  most: number,
  missing: (t: TFunction) => string = (t) => t('kit.required'),
): FieldKind<string, string> => ({
  control: { as: 'line', most },
  required: true,
  empty: '',
  read: (raw) => raw,
  write: (value) => value.trim(),
  rule: (t) => z.string().trim().min(1, missing(t)).check(atMost(most, t)),
});

/** The same in a few lines. */
export const requiredNotes = (
  most: number,
  missing?: (t: TFunction) => string,
): FieldKind<string, string> => ({
  ...requiredText(most, missing),
  control: { as: 'lines', most },
});

export const email: FieldKind<string, string | null> = {
  ...text(254),
  control: { as: 'line', type: 'email', most: 254 },
  rule: (t) =>
    z
      .string()
      .trim()
      .check(atMost(254, t))
      .refine((typed) => typed === '' || z.email().safeParse(typed).success, t('kit.notAnEmail')),
};

export const phone: FieldKind<string, string | null> = {
  ...text(40),
  control: { as: 'line', type: 'tel', most: 40 },
  read: formatPhone,
};

/** The address of a site, as people write it. */
export const site = (most: number): FieldKind<string, string | null> => ({
  ...text(most),
  control: { as: 'line', type: 'url', most },
});

/** CPF or CNPJ, masked on screen. */
export const taxId: FieldKind<string, string | null> = {
  control: { as: 'taxId' },
  empty: '',
  read: formatTaxId,
  write: (value) => cleanTaxId(value) || null,
  rule: (t) => z.string().refine((typed) => typed.trim() === '' || isTaxId(typed), t('kit.notATaxId')),
};

/** In minor units of the record's currency; nothing typed is zero for the API. */
export const money: FieldKind<number | null, number> = {
  control: { as: 'money' },
  empty: null,
  read: (raw) => raw,
  write: (value) => value ?? 0,
  rule: (t) => z.custom<number | null>().refine((cents) => cents === null || cents >= 0, t('kit.notMoney')),
};

export const requiredMoney: FieldKind<number | null, number> = {
  ...money,
  required: true,
  rule: (t) => z.custom<number | null>().refine((cents) => cents !== null && cents >= 0, t('kit.notMoney')),
};

const isDay = (typed: string) => typed === '' || parseDate(typed) !== null;

/** A day that may be missing. */
export const day: FieldKind<string, string | null> = {
  control: { as: 'date' },
  empty: '',
  read: (raw) => raw,
  write: (value) => value || null,
  rule: (t) => z.string().refine(isDay, t('kit.notADate')),
};

export const requiredDay: FieldKind<string, string> = {
  ...day,
  required: true,
  write: (value) => value,
  rule: (t) => z.string().min(1, t('kit.required')).refine(isDay, t('kit.notADate')),
};

/** A whole number from one to `most`, or nothing. */
export const whole = (most: number, wrong: (t: TFunction) => string): FieldKind<string, number | null> => ({
  control: { as: 'number', digits: String(most).length },
  empty: '',
  read: String,
  write: (value) => (value ? Number(value) : null),
  rule: (t) =>
    z
      .string()
      .trim()
      .refine(
        (typed) => typed === '' || (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most),
        wrong(t),
      ),
});

/** One of the values of an enumeration, each with its word. */
export const choice = <V extends string>(
  values: readonly [V, ...V[]],
  empty: V,
  label?: (t: TFunction, value: V) => string,
): FieldKind<V, V> => ({
  control: { as: 'choice', values, label },
  required: true,
  empty,
  ...asIs,
  rule: () => z.enum(values) as unknown as z.ZodType<V, V>,
});

/** One of a list that the form brings: `field('service_type', { options })`. */
export const chosen: FieldKind<string, string> = {
  control: { as: 'choice' },
  required: true,
  empty: '',
  ...asIs,
  rule: (t) => z.string().min(1, t('kit.required')),
};

/** The id of a record that is chosen from a list the form has anyway. */
export const id: FieldKind<string | null, string | null> = {
  control: { as: 'choice' },
  empty: null,
  ...asIs,
  rule: () => z.string().nullable(),
};

/** Another record: the form knows its name, too, where the answer or somebody else has said it. */
export const record = (of: PickedKind): FieldKind<ComboboxItem | null, string | null> => ({
  control: { as: 'record', of },
  empty: null,
  read: (raw, other) => ({ id: raw, label: other?.name ?? '' }),
  write: (value) => value?.id ?? null,
  rule: () => z.custom<ComboboxItem | null>(),
});

export const requiredRecord = (of: PickedKind): FieldKind<ComboboxItem | null, string> => ({
  ...record(of),
  required: true,
  write: (value) => value?.id ?? '',
  rule: (t) => z.custom<ComboboxItem | null>((item) => Boolean(item), t('kit.required')),
});

export const words: FieldKind<string[], string[]> = {
  control: { as: 'tags' },
  empty: [],
  read: (raw) => raw,
  write: (value) => value,
  rule: () => z.array(z.string()),
};

// biome-ignore lint/suspicious/noExplicitAny: any kind of field
type Kinds<R> = { [K in keyof R]?: FieldKind<any, any> };
export type ValuesOf<F> = { [K in keyof F]: F[K] extends FieldKind<infer V, infer _> ? V : never };
export type WrittenOf<F> = { [K in keyof F]: F[K] extends FieldKind<infer _, infer W> ? W : never };

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A rule that is about more than one field. */
type Also<V> = (schema: z.ZodType<V, V>, t: TFunction) => z.ZodType<V, V>;

/**
 * The fields of a record that people write, said once: what a form begins with, how each is typed, what may stand in it, what
 * is sent, and what somebody else has changed are made from it. Where the fields stand on screen is no business of theirs.
 */
export function fieldsOf<R extends object>() {
  return <F extends Kinds<R>>(
    kinds: F & { [K in keyof F]: K extends keyof R ? unknown : never },
    also: Also<ValuesOf<F>> = (schema) => schema,
  ) => {
    const names = Object.keys(kinds) as (keyof F & string)[];
    const each = <T>(make: (kind: FieldKind<unknown, unknown>, name: keyof F & string) => unknown) =>
      Object.fromEntries(
        names.map((name) => [name, make(kinds[name] as FieldKind<unknown, unknown>, name)]),
      ) as T;
    const read = (from: R) =>
      each<ValuesOf<F>>((kind, name) => {
        const raw = from[name as unknown as keyof R] as unknown;
        const other = (from as Record<string, unknown>)[name.replace(/_id$/, '')];
        return raw === null || raw === undefined
          ? kind.empty
          : kind.read(raw, other as { name?: string } | undefined);
      });
    const write = (values: ValuesOf<F>) =>
      each<WrittenOf<F>>((kind, name) => kind.write((values as Record<string, unknown>)[name]));
    const differing = (before: ValuesOf<F>, after: ValuesOf<F>) => {
      const [one, other] = [write(before), write(after)];
      return names.filter((name) => !same(one[name], other[name]));
    };
    return {
      kinds: kinds as F,
      names,
      /** Those that are typed as one line of text that may be missing, in their order. */
      lines: names.filter((name) => {
        const { control, required } = kinds[name] as FieldKind<unknown, unknown>;
        return control?.as === 'line' && !required;
      }),
      empty: each<ValuesOf<F>>((kind) => kind.empty),
      schema: (t: TFunction) =>
        also(
          z.object(each<Record<string, z.ZodType>>((kind) => kind.rule(t))) as unknown as z.ZodType<
            ValuesOf<F>,
            ValuesOf<F>
          >,
          t,
        ),
      read,
      write,
      /** Only what differs from the record that the form was opened with: nobody else's change is written over. */
      patch: (opened: R, values: ValuesOf<F>) => {
        const changed = differing(read(opened), values);
        const written = write(values);
        const before = write(read(opened));
        return Object.fromEntries(
          changed.map((name) => {
            const { part } = kinds[name] as FieldKind<unknown, unknown>;
            return [name, part ? part(before[name] as object, written[name] as object) : written[name]];
          }),
        ) as Partial<WrittenOf<F>>;
      },
      /** The fields that somebody else has changed since the form was opened. */
      changed: (opened: R, present: R) => differing(read(opened), read(present)),
    };
  };
}
