import type { QueryKey } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RecordKind } from '@/shared/api/changes';
import { useWrite } from '@/shared/api/useWrite';
import { type Versioned, writeTo } from '@/shared/api/version';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { useSubmit } from '@/shared/ui/Form';
import type { SelectOption } from '@/shared/ui/Select';
import type { FieldKind } from './fieldKinds';
import { useFields } from './useFields';
import { useForeignChanges } from './useForeignChanges';
import { useRecordForm } from './useRecordForm';

/** The fields of a record as `fieldsOf` says them. */
interface Fields<R, V, W> {
  kinds: { [K in keyof V]?: unknown };
  empty: V;
  schema: (t: TFunction) => z.ZodType<V, V>;
  read: (from: R) => V;
  write: (values: V) => W;
  patch: (opened: R, values: V) => Partial<W>;
  changed: (opened: R, present: R) => readonly (keyof V & string)[];
}

export interface SaveFormUse<R, V, W, Saved> {
  fields: Fields<R, V, W>;
  /** What the fields are called. */
  label: (field: never) => string;
  /** What a new one begins with, where that is known. */
  start?: Partial<V>;
  create: (body: W) => Promise<{ data: Saved }>;
  /** The record to edit, as it is on the server now, and how its changes are sent; without one it is a new one. */
  edit?: {
    record: (R & Versioned) | undefined;
    update: (request: ReturnType<typeof writeTo<Partial<W>>>) => Promise<{ data: Saved }>;
  };
  /** What the answer changes, and where it is shown itself. */
  kinds: readonly RecordKind[];
  keep?: (saved: Saved) => QueryKey;
  /** What choices are called that their kinds do not name. */
  options?: Partial<Record<keyof V, readonly SelectOption[]>>;
  onDone: (saved: Saved, values: V) => void;
}

/**
 * A form over one record, new or known: its fields (`field('name')`), and what the dialog or page around it (`frame`) needs
 * besides its words. An edit sends only what was changed, and tells what others have changed meanwhile.
 */
export function useSaveForm<R extends object, V extends FieldValues, W, Saved>({
  fields,
  label,
  start,
  create,
  edit,
  kinds,
  keep,
  options,
  onDone,
}: SaveFormUse<R, V, W, Saved>) {
  const record = edit?.record;
  const form = useRecordForm(fields, record ? fields.read(record) : start);
  const changes = useForeignChanges(record, fields, {
    label: label as (field: string) => string,
    value: useValueText(fields, options),
  });
  const save = useWrite(
    async (values: V) =>
      (
        await (edit && record && changes.opened
          ? edit.update(writeTo(record, fields.patch(changes.opened, values)))
          : create(fields.write(values)))
      ).data,
    kinds,
    { keep },
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) =>
    onDone(await save.mutateAsync(values), values),
  );
  return {
    form,
    field: useFields(form, fields, label),
    frame: {
      form,
      onSubmit,
      failure,
      changes: changes.list,
      onTake: () => {
        if (!record) return;
        form.reset(fields.read(record));
        changes.take();
        setFailure(null);
      },
    },
  };
}

/** What a field of a record says, in the words of the screen. */
function useValueText<R, V>(
  { kinds }: Pick<Fields<R, V, unknown>, 'kinds'>,
  options: SaveFormUse<R, V, unknown, unknown>['options'] = {},
) {
  const { t } = useTranslation();
  const format = useFormat();
  return (of: R, field: keyof V & string): string => {
    const { control } = kinds[field] as FieldKind<unknown, unknown>;
    const { [field]: raw, [field.replace(/_id$/, '')]: other } = of as Record<string, unknown>;
    if (raw === null || raw === undefined) return '';
    // What stands in several fields of the company: that it is another one is all that can be told in a line.
    if (typeof raw === 'object' && !Array.isArray(raw)) return '…';
    const value = String(raw);
    switch (control?.as) {
      case 'money':
        return format.money(Number(raw), (of as { currency?: string }).currency);
      case 'date':
        return format.date(value);
      case 'taxId':
        return formatTaxId(value);
      case 'choice':
        return (
          options[field]?.find((option) => option.value === value)?.label ??
          control.label?.(t, value as never) ??
          value
        );
      case 'record':
        // An id says nothing to anybody: that there is another one is all that can be told without asking the server.
        return (other as { name?: string } | undefined)?.name ?? '…';
      default:
        return value;
    }
  };
}
