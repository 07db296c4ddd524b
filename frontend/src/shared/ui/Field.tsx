import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from '@/shared/lib/cx';

interface FieldControl {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

const Context = createContext<FieldControl>({});

/** What a control inside a `Field` needs to be tied to its label and its message. */
export const useFieldControl = () => useContext(Context);

export interface FieldProps {
  label: ReactNode;
  /** The message of the form's rule or of the server's violation. */
  error?: string;
  hint?: ReactNode;
  required?: boolean;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
  className?: string;
  /** Names the field for who looks for the first that is empty. */
  'data-gap'?: string;
  children: ReactNode;
}

/** Label above, control, and beneath it what is wrong. Any kit control inside is wired to both. */
export function Field({
  label,
  error,
  hint,
  required,
  labelHidden,
  className,
  'data-gap': gap,
  children,
}: FieldProps) {
  const id = useId();
  const message = error ?? hint;
  const control: FieldControl = {
    id,
    'aria-describedby': message ? `${id}-message` : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  };
  return (
    <div data-gap={gap} className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={cx('text-sm font-medium text-ink-2', labelHidden && 'sr-only')}>
        {label}
        {required && (
          <span aria-hidden className="text-ink-3">
            {' '}
            *
          </span>
        )}
      </label>
      <Context.Provider value={control}>{children}</Context.Provider>
      {error ? (
        <p id={`${id}-message`} role="alert" className="flex items-start gap-1 text-sm text-overdue-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-message`} className="text-sm text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
