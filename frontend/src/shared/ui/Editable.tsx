import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { cx } from '@/shared/lib/cx';
import { DateInput } from './DateInput';
import { Field } from './Field';
import { Input, Textarea } from './Input';
import { MoneyInput } from './MoneyInput';

/**
 * Facts that are edited where they stand: they look like text until one points at them, are saved on leaving the field
 * or Enter, and go back on Escape. A value the server refuses stays as typed, with the reason beneath it.
 */
interface EditableProps<T> {
  label: string;
  value: T;
  onSave: (value: T) => Promise<unknown>;
  disabled?: boolean;
  hint?: ReactNode;
}

const quiet =
  'border-transparent bg-transparent -mx-[9px] w-[calc(100%+18px)]! px-2! read-only:bg-transparent disabled:bg-transparent disabled:text-ink';

/** Label at the left, control at the right. */
export function FactRow({
  label,
  error,
  hint,
  children,
}: {
  label: string;
  error?: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="[&>div]:grid [&>div]:grid-cols-[8rem_1fr] [&>div]:items-start [&>div]:gap-x-3 [&>div]:gap-y-0 [&_label]:flex [&_label]:min-h-8 [&_label]:items-center [&_label]:font-normal [&_label]:text-ink-3 [&_p]:col-start-2">
      <Field label={label} error={error} hint={hint}>
        {children}
      </Field>
    </div>
  );
}

/** A fact that is only shown. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[8rem_1fr] items-center gap-x-3">
      <span className="text-sm text-ink-3">{label}</span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </div>
  );
}

function useDraft<T>(value: T, onSave: (value: T) => Promise<unknown>) {
  const { t } = useTranslation();
  // `undefined` is "nothing typed": null is a value that a picker may give.
  const [draft, setDraft] = useState<T | undefined>(undefined);
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const sending = useRef<{ value: T }>(undefined);
  const save = async (next: T) => {
    // Enter, then Tab: it is on its way already.
    if (sending.current && Object.is(next, sending.current.value)) return;
    if (Object.is(next, value)) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    setDraft(next);
    setSaving(true);
    const mine = { value: next };
    sending.current = mine;
    try {
      await onSave(next);
      setDraft(undefined);
      setError(undefined);
    } catch (failure) {
      const problem = toProblem(failure);
      const text = problemText(problem, t);
      const [violation] = problem.violations;
      setError(violation ? violationText(violation, t) : `${text.title}. ${text.detail}`);
    } finally {
      if (sending.current === mine) {
        sending.current = undefined;
        setSaving(false);
      }
    }
  };
  const reset = () => {
    setDraft(undefined);
    setError(undefined);
  };
  return {
    shown: draft === undefined ? value : draft,
    draft,
    setDraft,
    error,
    setError,
    saving,
    save,
    reset,
  };
}

export function EditableText({
  label,
  value,
  onSave,
  disabled,
  hint,
  multiline,
  required,
  format,
  placeholder,
  check,
}: EditableProps<string> & {
  multiline?: boolean;
  required?: boolean;
  /** What is wrong with a text, or nothing. */
  check?: (value: string) => string | undefined;
  /** How the value looks while nobody edits it. */
  format?: (value: string) => string;
  placeholder?: string;
}) {
  const { t } = useTranslation();
  const { shown, draft, setDraft, error, setError, saving, save, reset } = useDraft(value, onSave);
  const commit = () => {
    if (draft === undefined) return;
    const next = draft.trim();
    const wrong = required && next === '' ? t('kit.required') : check?.(next);
    if (wrong) setError(wrong);
    else void save(next);
  };
  const common = {
    value: draft === undefined && format ? format(shown) : shown,
    disabled,
    readOnly: saving,
    placeholder: placeholder ?? '—',
    className: quiet,
    onChange: (event: { currentTarget: { value: string } }) => setDraft(event.currentTarget.value),
    onBlur: commit,
  };
  return (
    <FactRow label={label} error={error} hint={hint}>
      {multiline ? (
        <Textarea
          {...common}
          // As high as what is written in it: an empty note takes one line, not four.
          rows={shown ? 4 : 1}
          className={cx(quiet, 'field-sizing-content min-h-8 resize-none! py-1.5')}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && draft !== undefined) {
              event.stopPropagation();
              reset();
            }
          }}
        />
      ) : (
        <Input
          {...common}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape' && draft !== undefined) {
              event.stopPropagation();
              reset();
            }
          }}
        />
      )}
    </FactRow>
  );
}

export function EditableMoney({
  label,
  value,
  onSave,
  disabled,
  hint,
  currency,
}: EditableProps<number> & { currency?: string }) {
  const { t } = useTranslation();
  const { shown, draft, setDraft, error, setError, saving, save, reset } = useDraft(value, onSave);
  const commit = () => {
    if (draft === undefined) return;
    if (Number.isNaN(draft)) setError(t('kit.notMoney'));
    else void save(draft);
  };
  return (
    <FactRow label={label} error={error} hint={hint}>
      <MoneyInput
        value={shown}
        currency={currency}
        disabled={disabled}
        readOnly={saving}
        onChange={(cents) => setDraft(cents ?? 0)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            reset();
          }
        }}
        className={cx(quiet, 'text-left! font-semibold')}
      />
    </FactRow>
  );
}

export function EditableDate({ label, value, onSave, disabled, hint }: EditableProps<string>) {
  const { t } = useTranslation();
  const { shown, draft, setDraft, error, setError, saving, save, reset } = useDraft(value, onSave);
  const commit = (next: string) => {
    if (next !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(next)) setError(t('kit.notADate'));
    else void save(next);
  };
  return (
    <FactRow label={label} error={error} hint={hint}>
      <DateInput
        value={shown}
        disabled={disabled}
        readOnly={saving}
        onChange={(next) => {
          setDraft(next);
          // The calendar chooses a whole day at once; typing is done when the field is left.
          if (document.activeElement?.getAttribute('type') !== 'text') commit(next);
        }}
        onBlur={() => draft !== undefined && commit(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== undefined) commit(draft);
          if (event.key === 'Escape' && draft !== undefined) {
            event.stopPropagation();
            reset();
          }
        }}
        className="-mx-[9px] [&_input]:border-transparent [&_input]:bg-transparent [&_input]:px-2! [&_input:hover]:border-line-strong"
      />
    </FactRow>
  );
}

/** Wraps a control that saves as soon as something is chosen: a select, a picker. */
export function EditableChoice<T>({
  label,
  value,
  onSave,
  hint,
  children,
}: EditableProps<T> & { children: (value: T, choose: (value: T) => void, saving: boolean) => ReactNode }) {
  const { shown, error, saving, save } = useDraft(value, onSave);
  return (
    <FactRow label={label} error={error} hint={hint}>
      <div className="-mx-[9px] min-w-0 [&_[role=combobox]]:border-transparent [&_[role=combobox]]:bg-transparent [&_[role=combobox]]:px-2! [&_[role=combobox]:hover]:border-line-strong">
        {children(shown, (next) => void save(next), saving)}
      </div>
    </FactRow>
  );
}
