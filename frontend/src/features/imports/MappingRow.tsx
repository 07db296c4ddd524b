import { CircleAlert, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumn, ImportEntity, ImportField } from '@/shared/api/gen';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { Select } from '@/shared/ui/Select';
import { ChoiceInput, useChoiceName } from './ChoiceInput';
import { fieldName } from './fieldName';
import {
  chooseColumn,
  exampleOf,
  type FieldMapping,
  type MappingProblem,
  needsMeanings,
  valuesToMap,
} from './mapping';
import { ValueMap } from './ValueMap';

export interface MappingRowProps {
  entity: ImportEntity;
  field: ImportField;
  columns: readonly ImportColumn[];
  mapping: FieldMapping;
  onChange: (mapping: FieldMapping) => void;
  problems: readonly MappingProblem[];
}

const columnPrefix = 'column:';

/** One field: where its value comes from, and what the first row will get. */
export function MappingRow({ entity, field, columns, mapping, onChange, problems }: MappingRowProps) {
  const { t } = useTranslation();
  const name = fieldName(field.name, entity);
  const choiceName = useChoiceName();
  const [asked, setAsked] = useState(false);
  const column = columns.find((candidate) => candidate.name === mapping.column);
  const mappable =
    mapping.source === 'column' &&
    field.type !== 'money' &&
    field.type !== 'date' &&
    valuesToMap(column).length > 0;
  const showMeanings = mappable && (asked || needsMeanings(field, column, mapping));
  const example = exampleOf(mapping, columns, 0);
  const shown = field.type === 'choice' ? choiceName(field, example) : example;
  return (
    <li className="grid gap-x-4 gap-y-2 border-t border-line-soft py-2.5 md:grid-cols-[12rem_minmax(0,18rem)_minmax(0,1fr)] md:items-start">
      <span className="font-medium md:pt-1.5">
        {name}
        {field.required && (
          <span className="text-ink-3" aria-hidden>
            {' '}
            *
          </span>
        )}
      </span>
      <Select
        label={t('imports.source.label', { field: name })}
        options={[
          { value: 'none', label: t('imports.source.none') },
          ...columns.map((candidate) => ({
            value: columnPrefix + candidate.name,
            label: candidate.name,
          })),
          ...(field.type === 'text' ? [{ value: 'template', label: t('imports.source.template') }] : []),
          { value: 'fixed', label: t('imports.source.fixed') },
        ]}
        value={mapping.source === 'column' ? columnPrefix + mapping.column : mapping.source}
        onChange={(value) =>
          onChange(
            value.startsWith(columnPrefix)
              ? chooseColumn(mapping, value.slice(columnPrefix.length))
              : { ...mapping, source: value as FieldMapping['source'] },
          )
        }
      />
      <p className="min-w-0 truncate text-ink-3 md:pt-1.5">
        {shown && t('imports.sampleExample', { value: shown })}
      </p>
      {mapping.source === 'template' && (
        <TemplateInput mapping={mapping} columns={columns} onChange={onChange} />
      )}
      {mapping.source === 'fixed' && (
        <Field label={t('imports.fixed')} className="md:col-start-2">
          <ChoiceInput
            field={field}
            value={mapping.fallback}
            onChange={(fallback) => onChange({ ...mapping, fallback })}
          />
        </Field>
      )}
      {mappable && !showMeanings && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start md:col-start-2"
          onClick={() => setAsked(true)}
        >
          {t('imports.giveMeanings')}
        </Button>
      )}
      {showMeanings && <ValueMap field={field} column={column} mapping={mapping} onChange={onChange} />}
      {problems.map((problem) => (
        <p
          key={problem.kind === 'missing' ? problem.kind : problem.column}
          role="alert"
          className="flex items-start gap-1 text-sm text-overdue-ink md:col-start-2 md:col-end-4"
        >
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {problem.kind === 'missing'
            ? t('imports.missing', { count: 1, fields: name })
            : t('imports.unknownColumn', { column: problem.column })}
        </p>
      ))}
    </li>
  );
}

function TemplateInput({
  mapping,
  columns,
  onChange,
}: Pick<MappingRowProps, 'mapping' | 'columns' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <div className="flex items-start gap-2 md:col-start-2 md:col-end-4">
      <Field label={t('imports.template')} hint={t('imports.templateHint')} className="flex-1">
        <Input
          value={mapping.template}
          most={500}
          onChange={(event) => onChange({ ...mapping, template: event.currentTarget.value })}
        />
      </Field>
      <Menu
        align="end"
        trigger={
          <Button icon={Plus} className="mt-5">
            {t('imports.insert')}
          </Button>
        }
      >
        {columns.map((column) => (
          <MenuItem
            key={column.name}
            onSelect={() => onChange({ ...mapping, template: `${mapping.template}{${column.name}}` })}
          >
            {column.name}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
