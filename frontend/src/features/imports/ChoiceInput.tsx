import i18next from 'i18next';
import type { ImportField } from '@/shared/api/gen';
import { textOr } from '@/shared/lib/humanise';
import { useServiceTypes } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';

/** A choice of a field in the words of the screen; what is none of them, as it stands. */
export function useChoiceName(): (field: ImportField, choice: string) => string {
  const can = useCan();
  const types = useServiceTypes();
  return (field, choice) => {
    if (field.name === 'service_type' && can('portfolio.contracts:read'))
      return types.find((type) => type.value === choice)?.label ?? choice;
    return i18next.exists(`imports.choice.${choice}`) ? textOr(`imports.choice.${choice}`, choice) : choice;
  };
}

/** A value of a field: one of its choices where it has some, else free text. */
export function ChoiceInput({
  field,
  value,
  onChange,
  label,
  placeholder,
}: {
  field: ImportField;
  value: string;
  onChange: (value: string) => void;
  label?: string;
  placeholder?: string;
}) {
  const choiceName = useChoiceName();
  const types = useServiceTypes();
  const choices = field.name === 'service_type' ? types.map((type) => type.value) : (field.choices ?? []);
  if (choices.length === 0) {
    return (
      <Input
        aria-label={label}
        placeholder={placeholder}
        value={value}
        most={200}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const keep = 'keep:';
  return (
    <Select
      label={label}
      options={[
        ...(placeholder ? [{ value: keep, label: placeholder }] : []),
        ...choices.map((choice) => ({ value: choice, label: choiceName(field, choice) })),
      ]}
      value={value || (placeholder ? keep : null)}
      onChange={(next) => onChange(next === keep ? '' : next)}
    />
  );
}
