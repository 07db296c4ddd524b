import { useTranslation } from 'react-i18next';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { CustomControl } from './CustomControl';
import { useCustomFields } from './useCustomFields';

/** One of the fields of the company and what is put into it; nothing empties it. */
export function CustomChoice({
  kind,
  value,
  onChange,
}: {
  kind: string;
  value: Readonly<Record<string, unknown>>;
  onChange: (value: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const fields = useCustomFields(kind);
  const [key] = Object.keys(value);
  const field = fields.find((one) => one.key === key);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('bulk.fields.set_custom')} required>
        <Select
          value={key ?? null}
          onChange={(chosen) => onChange({ [chosen]: null })}
          options={fields.map((one) => ({ value: one.key, label: one.label }))}
        />
      </Field>
      {field && (
        <Field label={field.label}>
          <CustomControl
            key={field.key}
            field={field}
            value={value[field.key]}
            onChange={(typed) => onChange({ [field.key]: typed })}
          />
        </Field>
      )}
    </div>
  );
}
