import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { readTime } from '@/shared/format/time';
import { Input } from '@/shared/ui/Input';

/** A time of day as people type it: `9`, `930`, `9h30`; whole when the field is left. */
export function TimeInput({
  value,
  onChange,
  onBlur,
  ...rest
}: Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  value: string;
  onChange: (typed: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Input
      {...rest}
      placeholder={t('activities.timePlaceholder')}
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      className="tabular"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const whole = readTime(event.currentTarget.value);
        if (whole && whole !== value) onChange(whole);
        onBlur?.(event);
      }}
    />
  );
}

/** A time that a day has: `24:00` is one of the next. */
export const isTime = (typed: string): boolean => {
  const time = readTime(typed);
  return time !== null && time !== '24:00';
};
