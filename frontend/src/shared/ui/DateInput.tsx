import { CalendarDays } from 'lucide-react';
import { type ComponentProps, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, maskDate, parseDate } from '@/shared/format/date';
import { cx } from '@/shared/lib/cx';
import { Input } from './Input';

export interface DateInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** `aaaa-mm-dd`, or empty. */
  value: string;
  /** An unfinished or impossible day is given as typed, so that the schema can refuse it. */
  onChange: (isoDate: string) => void;
}

/** dd/mm/aaaa by keyboard, the browser's own calendar by button. */
export function DateInput({ value, onChange, className, onBlur, ...rest }: DateInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <span className={cx('relative block', className)}>
      <Input
        {...rest}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('kit.datePlaceholder')}
        className="tabular pr-8"
        value={typed ?? formatDate(value)}
        onChange={(event) => {
          const text = maskDate(event.currentTarget.value);
          setTyped(text);
          onChange(text === '' ? '' : (parseDate(text) ?? text));
        }}
        onBlur={(event) => {
          if (typed !== null && (typed === '' || parseDate(typed))) setTyped(null);
          onBlur?.(event);
        }}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('kit.openCalendar')}
        disabled={rest.disabled}
        onClick={() => calendar.current?.showPicker()}
        className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-3 hover:text-ink"
      >
        <CalendarDays aria-hidden className="size-3.5" strokeWidth={1.75} />
      </button>
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute right-0 bottom-0 h-0 w-0 opacity-0"
        value={parseDate(value) ?? ''}
        onChange={(event) => {
          setTyped(null);
          onChange(event.currentTarget.value);
        }}
      />
    </span>
  );
}
