import { useTranslation } from 'react-i18next';
import type { Pipeline } from '@/shared/api/gen';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { type ImportOptions, isPipelineMissing } from './importOptions';

const fresh = 'new';
const detected = 'detect';

export interface ImportOptionFieldsProps {
  pipelines: readonly Pipeline[];
  options: ImportOptions;
  onChange: (options: ImportOptions) => void;
  /** Somebody has tried to start: what is missing may be told. */
  tried: boolean;
}

export function ImportOptionFields({ pipelines, options, onChange, tried }: ImportOptionFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-4">
      {options.hasPipeline && (
        <Field label={t('imports.pipeline')}>
          <Select
            options={[
              { value: fresh, label: t('imports.pipelineNew') },
              ...pipelines.map((pipeline) => ({
                value: pipeline.id,
                label: pipeline.name,
              })),
            ]}
            value={options.pipelineId || fresh}
            onChange={(value) => onChange({ ...options, pipelineId: value === fresh ? '' : value })}
          />
        </Field>
      )}
      {options.hasPipeline && !options.pipelineId && (
        <Field
          label={t('imports.pipelineName')}
          hint={t('imports.pipelineHint')}
          error={tried && isPipelineMissing(options) ? t('imports.pipelineRequired') : undefined}
        >
          <Input
            value={options.pipelineName}
            most={100}
            onChange={(event) => onChange({ ...options, pipelineName: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field label={t('imports.dateOrder')}>
        <Select
          options={[
            { value: detected, label: t('imports.detect') },
            ...(['dmy', 'mdy', 'ymd'] as const).map((value) => ({
              value,
              label: t(`imports.order.${value}`),
            })),
          ]}
          value={options.dateOrder || detected}
          onChange={(value) =>
            onChange({ ...options, dateOrder: value === detected ? '' : (value as 'dmy') })
          }
        />
      </Field>
      <Field label={t('imports.decimal')}>
        <Select
          options={[
            { value: detected, label: t('imports.detect') },
            ...(['comma', 'point'] as const).map((value) => ({ value, label: t(`imports.point.${value}`) })),
          ]}
          value={options.decimal || detected}
          onChange={(value) =>
            onChange({ ...options, decimal: value === detected ? '' : (value as 'comma') })
          }
        />
      </Field>
    </div>
  );
}
