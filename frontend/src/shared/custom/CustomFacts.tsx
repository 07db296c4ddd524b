import { useTranslation } from 'react-i18next';
import type { CustomField, CustomFieldKind } from '@/shared/api/gen';
import { EditableChoice, EditableDate, EditableText } from '@/shared/ui/Editable';
import { CustomControl } from './CustomControl';
import { numberOf } from './customText';
import { type CustomValues, useCustomFields } from './useCustomFields';
import { useCustomText } from './useCustomText';

export interface CustomFactsProps {
  kind: CustomFieldKind;
  record: { custom?: CustomValues; pipeline_id?: string };
  save: (patch: { custom: Record<string, unknown> }) => Promise<unknown>;
  locked: boolean;
}

/** What stands in the fields of the company, edited where it stands as the other facts are. */
export function CustomFacts({ kind, record, save, locked }: CustomFactsProps) {
  return useCustomFields(kind, record.pipeline_id).map((field) => (
    <CustomFact
      key={field.id}
      field={field}
      value={record.custom?.[field.key]}
      onSave={(value) => save({ custom: { [field.key]: value } })}
      locked={locked}
    />
  ));
}

function CustomFact({
  field,
  value,
  onSave,
  locked,
}: {
  field: CustomField;
  value: unknown;
  onSave: (value: unknown) => Promise<unknown>;
  locked: boolean;
}) {
  const { i18n } = useTranslation();
  const text = useCustomText();
  const common = { label: field.label, disabled: locked };
  switch (field.type) {
    case 'text':
    case 'url':
    case 'number':
      return (
        <EditableText
          {...common}
          required={field.required}
          value={text(field, value)}
          onSave={(typed) =>
            onSave((field.type === 'number' && typed ? numberOf(typed, i18n.language) : typed) || null)
          }
        />
      );
    case 'date':
      return <EditableDate {...common} value={String(value ?? '')} onSave={(day) => onSave(day || null)} />;
    default:
      return (
        <EditableChoice<unknown> {...common} value={value ?? null} onSave={onSave}>
          {(chosen, choose, saving) => (
            <div className={field.type === 'multiselect' ? 'px-2' : undefined}>
              <CustomControl field={field} value={chosen} onChange={choose} disabled={locked || saving} />
            </div>
          )}
        </EditableChoice>
      );
  }
}
