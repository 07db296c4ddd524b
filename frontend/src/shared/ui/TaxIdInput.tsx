import type { ComponentProps } from 'react';
import { maskTaxId } from '@/shared/format/taxId';
import { Input } from './Input';

export interface TaxIdInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** With or without mask. */
  value: string;
  onChange: (masked: string) => void;
}

/** CPF or CNPJ, masked while one types; a CNPJ may have letters. */
export function TaxIdInput({ value, onChange, ...rest }: TaxIdInputProps) {
  return (
    <Input
      {...rest}
      className="tabular"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={maskTaxId(value)}
      onChange={(event) => onChange(maskTaxId(event.currentTarget.value))}
    />
  );
}
