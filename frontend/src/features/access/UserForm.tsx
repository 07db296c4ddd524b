import { useTranslation } from 'react-i18next';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { isBuiltIn } from './roles';
import { useRoleOptions, useTeamOptions } from './useRoles';

const none = 'none';

interface ChoiceProps<T> {
  value: T;
  onChange: (value: T) => void;
  error?: string;
}

export function RoleField({ value, onChange, error }: ChoiceProps<string>) {
  const { t } = useTranslation();
  const options = useRoleOptions();
  return (
    <Field
      label={t('access.role')}
      required
      hint={isBuiltIn(value) ? t(`access.roleText.${value}`) : undefined}
      error={error}
    >
      <Select options={options} value={value} onChange={onChange} />
    </Field>
  );
}

export function TeamField({ value, onChange, error }: ChoiceProps<string | null>) {
  const { t } = useTranslation();
  const options = useTeamOptions();
  return (
    <Field label={t('access.team')} error={error}>
      <Select
        options={[{ value: none, label: t('access.noTeam') }, ...options]}
        value={value ?? none}
        onChange={(next) => onChange(next === none ? null : next)}
      />
    </Field>
  );
}
