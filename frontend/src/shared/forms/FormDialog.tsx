import { type ReactNode, type SubmitEvent, useId } from 'react';
import {
  Controller,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogCancel, type DialogProps } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { type Failure, FieldGrid, wide as wideClass } from '@/shared/ui/Form';
import { type ForeignChange, FormNews } from '@/shared/ui/FormNews';
import { Input, Textarea } from '@/shared/ui/Input';
import { Select, type SelectOption } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { TaxIdInput } from '@/shared/ui/TaxIdInput';

export interface FormDialogProps<T extends FieldValues>
  extends Pick<DialogProps, 'title' | 'description' | 'size' | 'onClose'> {
  form: UseFormReturn<T, unknown, T>;
  /** The word that sends it. */
  submit: string;
  onSubmit: (event?: SubmitEvent) => unknown;
  failure: Failure | null;
  /** What others changed meanwhile, and how to begin from that. */
  changes?: readonly ForeignChange[];
  onTake?: () => void;
  /** Below the fields: what shows more of them. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A dialog around one form: title, what went wrong, fields, cancel and the word that sends it. */
export function FormDialog<T extends FieldValues>({
  form,
  submit,
  onSubmit,
  failure,
  changes = [],
  onTake = () => undefined,
  foot,
  children,
  ...dialog
}: FormDialogProps<T>) {
  const id = useId();
  return (
    <Dialog
      {...dialog}
      open
      keepOnOutsideClick
      unsaved={form.formState.isDirty && !form.formState.isSubmitting}
      footer={
        <>
          <DialogCancel />
          <Button variant="primary" type="submit" form={id} busy={form.formState.isSubmitting}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="flex flex-col gap-3.5"
        onSubmit={(event) => {
          // A dialog over a form lies inside it in React's tree: its submit must not reach that one.
          event.stopPropagation();
          return onSubmit(event);
        }}
      >
        <FormNews {...{ failure, changes, onTake }} />
        <FieldGrid>{children}</FieldGrid>
        {foot}
      </form>
    </Dialog>
  );
}

export interface FormFieldProps<T extends FieldValues, N extends FieldPath<T>> {
  form: UseFormReturn<T, unknown, T>;
  name: N;
  label: string;
  hint?: string;
  required?: boolean;
  /** Takes both columns. */
  wide?: boolean;
}

/** Label, control and message of one field of a form; the control is what stands inside. */
export function FormField<T extends FieldValues, N extends FieldPath<T>>({
  form,
  name,
  label,
  hint,
  required,
  wide,
  children,
}: FormFieldProps<T, N> & { children: (field: ControllerRenderProps<T, N>) => ReactNode }) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field
      label={label}
      hint={hint}
      required={required}
      error={error?.message}
      className={wide ? wideClass : undefined}
    >
      <Controller control={form.control} name={name} render={({ field }) => <>{children(field)}</>} />
    </Field>
  );
}

export function TextField<T extends FieldValues, N extends FieldPath<T>>({
  type,
  most,
  placeholder,
  ...props
}: FormFieldProps<T, N> & { type?: 'text' | 'email' | 'tel' | 'url'; most?: number; placeholder?: string }) {
  return (
    <FormField {...props}>
      {(field) => <Input {...field} type={type} most={most} placeholder={placeholder} autoComplete="off" />}
    </FormField>
  );
}

/** Every field of a record that is typed as one line, in the order of its dictionary. */
export function LineFields<T extends FieldValues, N extends FieldPath<T>>({
  form,
  lines,
  label,
}: Pick<FormFieldProps<T, N>, 'form'> & {
  lines: readonly { name: N; type: 'text' | 'email' | 'tel' | 'url'; most: number }[];
  label: (name: N) => string;
}) {
  return lines.map(({ name, ...line }) => (
    <TextField key={name} form={form} name={name} label={label(name)} {...line} />
  ));
}

export function NotesField<T extends FieldValues, N extends FieldPath<T>>(props: FormFieldProps<T, N>) {
  return (
    <FormField {...props} wide>
      {(field) => <Textarea {...field} most={5000} />}
    </FormField>
  );
}

export function TaxIdField<T extends FieldValues, N extends FieldPath<T>>({
  onTyped,
  ...props
}: FormFieldProps<T, N> & { onTyped?: (typed: string) => void }) {
  return (
    <FormField {...props}>
      {({ value, onBlur, onChange }) => (
        <TaxIdInput
          value={value}
          onBlur={onBlur}
          onChange={(typed) => {
            onChange(typed);
            onTyped?.(typed);
          }}
        />
      )}
    </FormField>
  );
}

export function ChoiceField<T extends FieldValues, N extends FieldPath<T>>({
  options,
  placeholder,
  ...props
}: FormFieldProps<T, N> & { options: readonly SelectOption[]; placeholder?: string }) {
  return (
    <FormField {...props}>
      {({ value, onChange }) => (
        <Select options={options} value={value || null} onChange={onChange} placeholder={placeholder} />
      )}
    </FormField>
  );
}

export function TagsField<T extends FieldValues, N extends FieldPath<T>>(props: FormFieldProps<T, N>) {
  return (
    <FormField {...props}>
      {({ value, onChange }) => <TagsInput value={value} onChange={onChange} />}
    </FormField>
  );
}
