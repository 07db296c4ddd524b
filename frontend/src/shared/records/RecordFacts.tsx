import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/shared/format/phone';
import { cleanTaxId, formatTaxId, isTaxId } from '@/shared/format/taxId';
import { EditableText } from '@/shared/ui/Editable';

/**
 * Facts of one record that are edited where they stand, by the name that the API has for them: a text that is emptied is
 * sent as nothing. `f.text('industry')` beside a label of the record's own.
 */
export function useFacts<R extends object>({
  record,
  label,
  save,
  locked,
}: {
  record: R;
  label: (field: never) => string;
  save: (patch: never) => Promise<unknown>;
  locked: boolean;
}) {
  const { t } = useTranslation();
  type Name = keyof R & string;
  const fact = (name: Name, more: Partial<Parameters<typeof EditableText>[0]> = {}) => (
    <EditableText
      key={name}
      label={label(name as never)}
      value={String(record[name] ?? '')}
      disabled={locked}
      onSave={(value) => save({ [name]: value || null } as never)}
      {...more}
    />
  );
  return {
    text: fact,
    required: (name: Name) =>
      fact(name, { required: true, onSave: (value) => save({ [name]: value } as never) }),
    phone: (name: Name) => fact(name, { format: formatPhone }),
    notes: (name: Name) => fact(name, { multiline: true }),
    taxId: (name: Name) =>
      fact(name, {
        format: formatTaxId,
        check: (value) => (value === '' || isTaxId(value) ? undefined : t('kit.notATaxId')),
        onSave: (value) => save({ [name]: cleanTaxId(value) || null } as never),
      }),
  };
}
