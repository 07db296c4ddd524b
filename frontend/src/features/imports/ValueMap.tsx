import { ArrowRight, Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn, ImportField } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';
import { ChoiceInput } from './ChoiceInput';
import { type FieldMapping, unknownValues, valuesToMap } from './mapping';

/** What the values of a column mean: `Churn` Yes is cancelled, No is active; `Month-to-month` is no term at all. */
export function ValueMap({
  field,
  column,
  mapping,
  onChange,
}: {
  field: ImportField;
  column: ImportColumn | undefined;
  mapping: FieldMapping;
  onChange: (mapping: FieldMapping) => void;
}) {
  const { t } = useTranslation();
  const unknown = unknownValues(field, column, mapping);
  const give = (value: string, meaning: string | null) =>
    onChange({ ...mapping, values: { ...mapping.values, [value]: meaning } });
  return (
    <fieldset className="rounded-md border border-line bg-background px-3 py-2.5 md:col-start-2 md:col-end-4">
      <legend className="px-1 text-sm font-medium">{t('imports.values', { column: mapping.column })}</legend>
      <p className="mb-2 text-sm text-ink-2">{t('imports.valuesHint')}</p>
      <ul className="grid gap-1.5">
        {valuesToMap(column).map((value) => {
          const meaning = mapping.values[value];
          const label = t('imports.valueFor', { value });
          return (
            <li
              key={value}
              className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1.5fr)_auto] items-center gap-2"
            >
              <span className={cx('truncate', unknown.includes(value) && 'text-attention-ink')}>{value}</span>
              <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
              {meaning === null ? (
                <Input readOnly aria-label={label} value={t('imports.emptyValue')} className="text-ink-3" />
              ) : (
                <ChoiceInput
                  field={field}
                  label={label}
                  placeholder={t('imports.asWritten')}
                  value={meaning ?? ''}
                  onChange={(next) => give(value, next)}
                />
              )}
              <IconButton
                icon={Eraser}
                size="sm"
                label={t('imports.leaveEmpty')}
                aria-pressed={meaning === null}
                className="aria-pressed:bg-accent-soft aria-pressed:text-on-accent-soft"
                onClick={() => give(value, meaning === null ? '' : null)}
              />
            </li>
          );
        })}
      </ul>
      <Field label={t('imports.fallback')} className="mt-3 max-w-60">
        <ChoiceInput
          field={field}
          value={mapping.fallback}
          placeholder="—"
          onChange={(fallback) => onChange({ ...mapping, fallback })}
        />
      </Field>
      {unknown.length > 0 && (
        <p className="mt-2 text-sm text-attention-ink">
          {t('imports.unknownValues', { count: unknown.length })}
        </p>
      )}
    </fieldset>
  );
}
