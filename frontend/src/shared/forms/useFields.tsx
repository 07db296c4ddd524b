import type { ReactElement } from 'react';
import type { ControllerRenderProps, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { optionsOf } from '@/shared/lib/optionsOf';
import { RecordPicker } from '@/shared/pickers/RecordPicker';
import { DateInput } from '@/shared/ui/DateInput';
import { Input, Textarea } from '@/shared/ui/Input';
import { MoneyInput } from '@/shared/ui/MoneyInput';
import { Select, type SelectOption } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { TaxIdInput } from '@/shared/ui/TaxIdInput';
import { FormField, type FormFieldProps } from './FormDialog';
import type { FieldKind } from './fieldKinds';

/** What a screen says of a field beside its kind. */
export interface FieldMore
  extends Partial<
    Pick<FormFieldProps<FieldValues, string>, 'label' | 'hint' | 'required' | 'wide' | 'className' | 'gap'>
  > {
  placeholder?: string;
  /** What a choice offers where its kind does not say it. */
  options?: readonly SelectOption[];
  /** What a choice of nothing is called, where that is one. */
  none?: string;
  /** What is meant while nothing is chosen. */
  standard?: string;
  /** The currency of an amount, where it is not that of the company. */
  currency?: string;
  /** What narrows the search for a record, and whether one may be made from what was typed. */
  within?: string | null;
  create?: boolean;
  disabled?: boolean;
  rows?: number;
  /** Told after what was typed has been taken. */
  onTyped?: (value: never) => void;
}

/**
 * The fields of a form by their names, each drawn by its kind: `field('amount_cents', { hint })`. Label, control and message,
 * with the label of the record's own.
 */
export function useFields<V extends FieldValues, N extends string = keyof V & string>(
  form: UseFormReturn<V, unknown, V>,
  { kinds }: { kinds: { [K in N]?: unknown } },
  label: (name: never) => string,
  /** Where they stand in the form, when that is a part of it: `items.2.`. */
  within = '',
) {
  return (name: N, more: FieldMore = {}): ReactElement => {
    const kind = kinds[name] as FieldKind<unknown, unknown>;
    return (
      <FormField
        key={name}
        form={form}
        name={`${within}${name}` as Path<V>}
        label={more.label ?? label(name as never)}
        hint={more.hint}
        required={more.required ?? kind.required}
        wide={more.wide ?? kind.control?.as === 'lines'}
        className={more.className}
        gap={more.gap}
      >
        {(field) => (
          <FieldControl
            control={kind.control}
            more={more}
            field={{
              ...field,
              onChange: (value: unknown) => {
                field.onChange(value);
                more.onTyped?.(value as never);
              },
            }}
          />
        )}
      </FormField>
    );
  };
}

/** The value of a choice of nothing: a list has no place for null. */
const nothing = 'nothing';

function FieldControl({
  control = { as: 'line', most: 200 },
  field,
  more,
}: {
  control?: FieldKind<unknown, unknown>['control'];
  field: ControllerRenderProps<FieldValues, string>;
  more: FieldMore;
}) {
  const { t } = useTranslation();
  const { placeholder, disabled } = more;
  const { value, onChange, onBlur } = field;
  switch (control.as) {
    case 'line':
      return (
        <Input
          {...field}
          type={control.type}
          most={control.most}
          placeholder={placeholder}
          autoComplete="off"
        />
      );
    case 'number':
      return (
        <Input
          {...field}
          inputMode={control.decimals ? 'decimal' : 'numeric'}
          maxLength={control.digits}
          placeholder={placeholder}
          autoComplete="off"
          className={control.decimals ? 'tabular text-right' : 'tabular'}
        />
      );
    case 'lines':
      return <Textarea {...field} most={control.most} rows={more.rows} />;
    case 'money':
      return <MoneyInput {...field} currency={more.currency} />;
    case 'date':
      return <DateInput {...field} />;
    case 'taxId':
      return <TaxIdInput value={value} onChange={onChange} onBlur={onBlur} />;
    case 'tags':
      return <TagsInput value={value} onChange={onChange} />;
    case 'record':
      return (
        <RecordPicker
          kind={control.of}
          value={value}
          onChange={onChange}
          within={more.within}
          create={more.create}
          disabled={disabled}
        />
      );
    case 'choice':
      return (
        <Select
          options={[
            ...(more.none ? [{ value: nothing, label: more.none }] : []),
            ...(more.options ??
              optionsOf(control.values ?? [], (one) => control.label?.(t, one as never) ?? one)),
          ]}
          value={value || more.standard || (more.none ? nothing : null)}
          onChange={(chosen) => onChange(chosen === nothing ? null : chosen)}
          placeholder={placeholder}
          disabled={disabled}
        />
      );
  }
}
