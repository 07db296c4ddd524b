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
import { Input } from '@/shared/ui/Input';

export interface FormDialogProps<T extends FieldValues>
  extends Pick<DialogProps, 'title' | 'description' | 'size' | 'onClose'> {
  form: UseFormReturn<T, unknown, T>;
  /** The word that sends it, and whether that cannot be taken back. */
  submit: string;
  danger?: boolean;
  /** What the other button does, where "cancel" could be taken for the thing itself. */
  cancel?: string;
  /** Another way to send it, before the main one. */
  aside?: ReactNode;
  /** What the form does, in a line or two above its fields. */
  text?: ReactNode;
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
  danger,
  cancel,
  aside,
  text,
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
          <DialogCancel>{cancel}</DialogCancel>
          {aside}
          <Button
            variant={danger ? 'danger' : 'primary'}
            type="submit"
            form={id}
            busy={form.formState.isSubmitting}
          >
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
        {text && <p className="text-ink-2">{text}</p>}
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
  hint?: ReactNode;
  required?: boolean;
  /** Takes both columns. */
  wide?: boolean;
  className?: string;
  /** Names the field for who looks for the first that is empty. */
  gap?: string;
}

/** Label, control and message of one field of a form; the control is what stands inside. */
export function FormField<T extends FieldValues, N extends FieldPath<T>>({
  form,
  name,
  label,
  hint,
  required,
  wide,
  className,
  gap,
  children,
}: FormFieldProps<T, N> & { children: (field: ControllerRenderProps<T, N>) => ReactNode }) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field
      label={label}
      hint={hint}
      required={required}
      error={error?.message}
      className={wide ? wideClass : className}
      data-gap={gap}
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
