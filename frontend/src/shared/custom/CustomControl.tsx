import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '@/shared/api/gen';
import { typedDecimal } from '@/shared/format/decimal';
import { Checkbox } from '@/shared/ui/Checkbox';
import { DateInput } from '@/shared/ui/DateInput';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { numberOf, offered } from './customText';

export interface CustomControlProps {
  field: CustomField;
  /** As the API has it; null: nothing. */
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur?: () => void;
  disabled?: boolean;
}

const nothing = '-';

/** What a field of the company is typed or chosen with. */
export function CustomControl({ field, value, onChange, onBlur, disabled }: CustomControlProps) {
  const { t } = useTranslation();
  switch (field.type) {
    case 'number':
      return <NumberInput value={value} onChange={onChange} onBlur={onBlur} disabled={disabled} />;
    case 'date':
      return (
        <DateInput
          value={String(value ?? '')}
          onChange={(day) => onChange(day || null)}
          onBlur={onBlur}
          disabled={disabled}
        />
      );
    case 'checkbox':
      return (
        <Choice
          value={value === null || value === undefined ? null : String(value)}
          options={[
            { value: 'true', label: t('kit.yes') },
            { value: 'false', label: t('kit.no') },
          ]}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
          disabled={disabled}
        />
      );
    case 'select':
      return (
        <Choice
          value={(value as string | null | undefined) ?? null}
          options={offered(field, value)}
          onChange={onChange}
          disabled={disabled}
        />
      );
    case 'multiselect':
      return <Several field={field} value={value} onChange={onChange} disabled={disabled} />;
    default:
      return (
        <Input
          value={String(value ?? '')}
          type={field.type === 'url' ? 'url' : 'text'}
          most={255}
          autoComplete="off"
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          onBlur={onBlur}
        />
      );
  }
}

/** One of a few, or none of them. */
function Choice({
  value,
  options,
  onChange,
  disabled,
}: {
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
  disabled?: boolean;
}) {
  return (
    <Select
      value={value}
      options={[{ value: nothing, label: '—' }, ...options]}
      onChange={(chosen) => onChange(chosen === nothing ? null : chosen)}
      placeholder="—"
      disabled={disabled}
    />
  );
}

/** Several of a few. */
function Several({ field, value, onChange, disabled }: CustomControlProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset aria-label={field.label} className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1.5">
      {offered(field, chosen).map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          disabled={disabled}
          onChange={(on) => {
            const next = on ? [...chosen, option.value] : chosen.filter((id) => id !== option.value);
            onChange(next.length > 0 ? next : null);
          }}
        />
      ))}
    </fieldset>
  );
}

/** Typed as people write numbers; the API hears of it in its own way. */
function NumberInput({ value, onChange, onBlur, disabled }: Omit<CustomControlProps, 'field'>) {
  const { i18n } = useTranslation();
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      value={typed ?? typedDecimal(String(value ?? ''), i18n.language)}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      disabled={disabled}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(
          event.currentTarget.value.trim() ? numberOf(event.currentTarget.value, i18n.language) : null,
        );
      }}
      onBlur={() => {
        setTyped(undefined);
        onBlur?.();
      }}
    />
  );
}
