import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { RecordPicker, type RecordPickerProps } from '@/shared/pickers/RecordPicker';
import { EditableChoice, EditableDate, EditableMoney, EditableText, Fact } from '@/shared/ui/Editable';
import { Select, type SelectOption } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';

/**
 * Facts of one record that are edited where they stand, by the name that the API has for them: a text that is emptied is
 * sent as nothing. `f.text('industry')` beside a label of the record's own.
 */
export function useFacts<R extends object>({
  record,
  label,
  save,
  locked,
}: {
  record: R;
  label: (field: never) => string;
  save: (patch: never) => Promise<unknown>;
  locked: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  type Name = keyof R & string;
  const change = (name: Name, value: unknown) => save({ [name]: value } as never);
  /** What every fact has that is edited. */
  const common = <V,>(name: Name, value: V) => ({
    label: label(name as never),
    value,
    disabled: locked,
    onSave: (next: V) => change(name, next),
  });
  const fact = (name: Name, more: Partial<Parameters<typeof EditableText>[0]> = {}) => (
    <EditableText
      key={name}
      {...common(name, String(record[name] ?? ''))}
      onSave={(value) => change(name, value || null)}
      {...more}
    />
  );
  const choice = <V extends string>(
    name: Name,
    options: readonly SelectOption<V>[],
    { value, write = (chosen) => chosen }: { value?: V; write?: (chosen: V) => unknown } = {},
  ) => (
    <EditableChoice<V>
      {...common(name, value ?? ((record[name] ?? '') as V))}
      onSave={(chosen) => change(name, write(chosen))}
    >
      {(chosen, choose, saving) => (
        <Select
          options={options}
          value={chosen || null}
          onChange={choose}
          placeholder="—"
          disabled={locked || saving}
        />
      )}
    </EditableChoice>
  );
  return {
    text: fact,
    required: (name: Name) => fact(name, { required: true, onSave: (value) => change(name, value) }),
    phone: (name: Name) => fact(name, { format: formatPhone }),
    notes: (name: Name) => fact(name, { multiline: true }),
    taxId: (name: Name) =>
      fact(name, {
        format: formatTaxId,
        check: (value) => (value === '' || isTaxId(value) ? undefined : t('kit.notATaxId')),
        onSave: (value) => change(name, cleanTaxId(value) || null),
      }),
    /** In the currency of the record. */
    money: (name: Name) => (
      <EditableMoney
        {...common(name, Number(record[name]))}
        currency={(record as { currency?: string }).currency}
      />
    ),
    date: (name: Name, hint?: ReactNode) => (
      <EditableDate
        {...common(name, String(record[name] ?? ''))}
        hint={hint}
        onSave={(day) => change(name, day || null)}
      />
    ),
    /** One of a few; `value` and `write` where the API says it otherwise than by a word. */
    choice,
    tags: (name: Name) => (
      <EditableChoice {...common(name, record[name] as string[])}>
        {(tags, choose, saving) => (
          <TagsInput
            value={tags}
            onChange={choose}
            placeholder="—"
            disabled={locked || saving}
            className="border-transparent bg-transparent px-2"
          />
        )}
      </EditableChoice>
    ),
    /** Another record; `other` is what comes with this one to name it. */
    record: (
      name: Name,
      kind: RecordPickerProps['kind'],
      other: { name: string } | null | undefined,
      more: Pick<RecordPickerProps, 'within'> = {},
    ) => {
      const id = record[name] as string | null | undefined;
      return (
        <EditableChoice
          {...common(name, id ? { id, label: other?.name ?? '' } : null)}
          onSave={(chosen) => change(name, chosen?.id ?? null)}
        >
          {(chosen, choose, saving) => (
            <RecordPicker
              kind={kind}
              create
              value={chosen}
              onChange={choose}
              disabled={locked || saving}
              placeholder="—"
              {...more}
            />
          )}
        </EditableChoice>
      );
    },
    /** When something was: nobody edits that. */
    instant: (name: Name) => (
      <Fact label={label(name as never)}>
        <span className="tabular">{format.dateTime(record[name] as string | undefined)}</span>
      </Fact>
    ),
  };
}
