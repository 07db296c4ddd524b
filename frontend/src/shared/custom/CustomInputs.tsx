import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { CustomFieldKind } from '@/shared/api/gen';
import { FormField } from '@/shared/forms/FormDialog';
import { CustomControl } from './CustomControl';
import { useCustomFields } from './useCustomFields';

/** The fields that the company has added, in the form of a record whose fields have `custom`. */
export function CustomInputs<V extends FieldValues>({
  form,
  kind,
  pipeline,
}: {
  form: UseFormReturn<V, unknown, V>;
  kind: CustomFieldKind;
  /** Of a deal. */
  pipeline?: string;
}) {
  return useCustomFields(kind, pipeline).map((field) => (
    <FormField
      key={field.id}
      form={form}
      name={`custom.${field.key}` as Path<V>}
      label={field.label}
      required={field.required}
      wide={field.type === 'multiselect'}
    >
      {({ value, onChange, onBlur }) => (
        <CustomControl field={field} value={value} onChange={onChange} onBlur={onBlur} />
      )}
    </FormField>
  ));
}
