import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomFieldKind, CustomOptionInput } from '@/shared/api/gen';
import { createCustomField, updateCustomField } from '@/shared/api/gen/custom-fields';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { FormDialog, FormField } from '@/shared/forms/FormDialog';
import { RowList } from '@/shared/forms/RowList';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { keyOf } from '@/shared/lib/keyOf';
import { useCan } from '@/shared/session/useSession';
import { Checkbox } from '@/shared/ui/Checkbox';
import { wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { chooses, customFieldFields, decimalPlaces } from './customFieldFields';

/** A new field of a kind of records, or one as it is on the server now. */
export function CustomFieldDialog({
  kind,
  field: edited,
  onClose,
}: {
  kind: CustomFieldKind;
  field: CustomField | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { form, field, frame } = useSaveForm({
    fields: customFieldFields,
    label: (name: 'label') => t(`customFields.fields.${name}`),
    kinds: ['custom_field'],
    create: (body) => createCustomField({ body: { kind, ...body }, throwOnError: true }),
    edit: {
      record: edited ?? undefined,
      update: ({ body: { key, type, decimals, ...body }, ...request }) =>
        updateCustomField({ ...request, body, throwOnError: true }),
    },
    onDone: (saved) => {
      toast.done(t('customFields.saved'), { detail: saved.label });
      onClose();
    },
  });
  const type = useWatch({ control: form.control, name: 'type' });
  return (
    <FormDialog
      {...frame}
      title={
        edited
          ? t('customFields.edit', { name: edited.label })
          : t('customFields.newOf', { kind: t(`customFields.kinds.${kind}`) })
      }
      submit={t('kit.save')}
      onClose={onClose}
    >
      {field('label', {
        wide: true,
        onTyped: () => {
          if (!edited && !form.getFieldState('key').isDirty)
            form.resetField('key', { defaultValue: keyOf(form.getValues('label')) });
        },
      })}
      {edited ? (
        <p className={`${wide} text-sm text-ink-2`}>
          {t('customFields.fixed', { type: t(`customFields.types.${edited.type}`), key: edited.key })}
        </p>
      ) : (
        <>
          {field('type', { hint: t('customFields.typeHint') })}
          {field('key', { hint: t('customFields.keyHint') })}
        </>
      )}
      {!edited && type === 'number' && (
        <FormField form={form} name="decimals" label={t('customFields.fields.decimals')}>
          {({ value, onChange }) => (
            <Select
              value={String(value)}
              onChange={(chosen) => onChange(Number(chosen))}
              options={decimalPlaces.map((one) => ({ value: String(one), label: String(one) }))}
            />
          )}
        </FormField>
      )}
      {chooses(type) && (
        <FormField form={form} name="options" label={t('customFields.fields.options')} required wide>
          {({ value, onChange }) => (
            <RowList
              rows={value}
              onChange={onChange}
              fresh={(): CustomOptionInput => ({ label: '' })}
              most={200}
              label={t('customFields.fields.options')}
              add={t('customFields.addOption')}
              remove={({ label }) => t('customFields.removeOption', { name: label })}
              locked={false}
            >
              {(option, change) => (
                <>
                  <Input
                    aria-label={t('customFields.optionName')}
                    value={option.label}
                    most={80}
                    onChange={({ currentTarget }) => change({ ...option, label: currentTarget.value })}
                  />
                  {option.id && (
                    <Checkbox
                      label={t('customFields.archived')}
                      checked={option.archived === true}
                      onChange={(archived) => change({ ...option, archived })}
                    />
                  )}
                </>
              )}
            </RowList>
          )}
        </FormField>
      )}
      {kind === 'deals' && (
        <FormField
          form={form}
          name="pipeline_ids"
          label={t('customFields.fields.pipeline_ids')}
          hint={t('customFields.pipelinesHint')}
          wide
        >
          {({ value, onChange }) => <Pipelines value={value} onChange={onChange} />}
        </FormField>
      )}
      <FormField
        form={form}
        name="required"
        label={t('customFields.fields.required')}
        hint={t('customFields.requiredHint')}
        wide
      >
        {({ value, onChange }) => (
          <Checkbox label={t('customFields.requiredLabel')} checked={value} onChange={onChange} />
        )}
      </FormField>
    </FormDialog>
  );
}

/** In which pipelines it is asked for; in all where none is chosen. */
function Pipelines({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const query = useQuery({ ...listPipelinesOptions(), enabled: useCan()('crm.pipelines:read') });
  return (
    <span className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1.5">
      {(query.data?.data ?? []).map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={value.includes(id)}
          onChange={(on) => onChange(on ? [...value, id] : value.filter((one) => one !== id))}
        />
      ))}
    </span>
  );
}
