import { type ComponentProps, useState } from 'react';
import { parseMoney } from '@/shared/format/money';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Input } from './Input';

export interface MoneyInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** In minor units of the currency; null while nothing is typed. */
  value: number | null;
  onChange: (cents: number | null) => void;
  /** That of the record; absent: the company's. */
  currency?: string;
}

/**
 * Takes what people type or paste (`1234,5`, `R$ 1.234,56`, `1,234.56`) and gives minor units of the currency. The text is left alone while
 * one types and is written out in full when the field is left. What is no amount stays visible and gives NaN, which no
 * schema accepts, so the form says so instead of losing it.
 */
export function MoneyInput({
  value,
  onChange,
  currency,
  className,
  onBlur,
  onFocus,
  ...rest
}: MoneyInputProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => parseMoney(text, currency ?? format.currency, format.locale);
  const shown = value === null || Number.isNaN(value) ? '' : format.money(value, currency);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      className={cx('tabular text-right', className)}
      value={typed ?? shown}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? null : (read(text) ?? Number.NaN));
      }}
      onBlur={(event) => {
        if (typed !== null && (typed.trim() === '' || read(typed) !== null)) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
