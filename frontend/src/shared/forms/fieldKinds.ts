import type { TFunction } from 'i18next';
import { z } from 'zod';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { atMost } from './atMost';

/** One field of a record: how it is read into a form, written for the API, and what may stand in it. */
export interface FieldKind<Value, Written> {
  /** Typed as one line, and how: such fields need no place of their own in a form. */
  line?: { type: 'text' | 'email' | 'tel' | 'url'; most: number };
  empty: Value;
  read: (raw: NonNullable<Written>) => Value;
  write: (value: Value) => Written;
  rule: (t: TFunction) => z.ZodType<Value, Value>;
}

/** A text that may be missing: nothing is null for the API and empty on screen. */
export const text = (most: number): FieldKind<string, string | null> => ({
  line: { type: 'text', most },
  empty: '',
  read: (raw) => raw,
  write: (value) => value.trim() || null,
  rule: (t) => z.string().trim().check(atMost(most, t)),
});

/** The same in several lines. */
export const notes: FieldKind<string, string | null> = { ...text(5000), line: undefined };

export const requiredText = (most: number): FieldKind<string, string> => ({
  empty: '',
  read: (raw) => raw,
  write: (value) => value.trim(),
  rule: (t) => z.string().trim().min(1, t('kit.required')).check(atMost(most, t)),
});

export const email: FieldKind<string, string | null> = {
  ...text(254),
  line: { type: 'email', most: 254 },
  rule: (t) =>
    z
      .string()
      .trim()
      .check(atMost(254, t))
      .refine((typed) => typed === '' || z.email().safeParse(typed).success, t('kit.notAnEmail')),
};

export const phone: FieldKind<string, string | null> = {
  ...text(40),
  line: { type: 'tel', most: 40 },
  read: formatPhone,
};

/** The address of a site, as people write it. */
export const site = (most: number): FieldKind<string, string | null> => ({
  ...text(most),
  line: { type: 'url', most },
});

/** CPF or CNPJ, masked on screen. */
export const taxId: FieldKind<string, string | null> = {
  empty: '',
  read: formatTaxId,
  write: (value) => cleanTaxId(value) || null,
  rule: (t) => z.string().refine((typed) => typed.trim() === '' || isTaxId(typed), t('kit.notATaxId')),
};

export const choice = <V extends string>(values: readonly [V, ...V[]], empty: V): FieldKind<V, V> => ({
  empty,
  read: (raw) => raw,
  write: (value) => value,
  rule: () => z.enum(values) as unknown as z.ZodType<V, V>,
});

/** The id of a record that is chosen from a list the form has anyway. */
export const id: FieldKind<string | null, string | null> = {
  empty: null,
  read: (raw) => raw,
  write: (value) => value,
  rule: () => z.string().nullable(),
};

/** A record that is found by typing: the form knows its name, too, once somebody has said it. */
export const record: FieldKind<ComboboxItem | null, string | null> = {
  empty: null,
  read: (raw) => ({ id: raw, label: '' }),
  write: (value) => value?.id ?? null,
  rule: () => z.custom<ComboboxItem | null>(),
};

export const words: FieldKind<string[], string[]> = {
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

/**
 * The fields of a record that people write, said once: what a form begins with, what may stand in it, what is sent, and what
 * somebody else has changed are made from it. Where the fields stand on screen is no business of theirs.
 */
export function fieldsOf<R extends object>() {
  return <F extends Kinds<R>>(kinds: F & { [K in keyof F]: K extends keyof R ? unknown : never }) => {
    const names = Object.keys(kinds) as (keyof F & string)[];
    const each = <T>(make: (kind: FieldKind<unknown, unknown>, name: keyof F & string) => unknown) =>
      Object.fromEntries(
        names.map((name) => [name, make(kinds[name] as FieldKind<unknown, unknown>, name)]),
      ) as T;
    const read = (from: R) =>
      each<ValuesOf<F>>((kind, name) => {
        const raw = from[name as unknown as keyof R] as unknown;
        return raw === null || raw === undefined ? kind.empty : kind.read(raw);
      });
    const write = (values: ValuesOf<F>) =>
      each<WrittenOf<F>>((kind, name) => kind.write((values as Record<string, unknown>)[name]));
    const differing = (before: ValuesOf<F>, after: ValuesOf<F>) => {
      const [one, other] = [write(before), write(after)];
      return names.filter((name) => !same(one[name], other[name]));
    };
    return {
      names,
      /** Those that are typed as one line, in their order. */
      lines: names.flatMap((name) => {
        const { line } = kinds[name] as FieldKind<unknown, unknown>;
        return line ? [{ name, ...line }] : [];
      }),
      empty: each<ValuesOf<F>>((kind) => kind.empty),
      schema: (t: TFunction) =>
        z.object(each<Record<string, z.ZodType>>((kind) => kind.rule(t))) as unknown as z.ZodType<
          ValuesOf<F>,
          ValuesOf<F>
        >,
      read,
      write,
      /** Only what differs from the record that the form was opened with: nobody else's change is written over. */
      patch: (opened: R, values: ValuesOf<F>) => {
        const changed = differing(read(opened), values);
        const written = write(values);
        return Object.fromEntries(changed.map((name) => [name, written[name]])) as Partial<WrittenOf<F>>;
      },
      /** The fields that somebody else has changed since the form was opened. */
      changed: (opened: R, present: R) => differing(read(opened), read(present)),
    };
  };
}
