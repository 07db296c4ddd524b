import { ListFilterPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '@/shared/api/gen';
import { typedDecimal } from '@/shared/format/decimal';
import { Button } from '@/shared/ui/Button';
import { Chip, chipClass, FilterChip } from '@/shared/ui/Chip';
import { DateRangeChip } from '@/shared/ui/DateChip';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { PopoverChip } from '@/shared/ui/PopoverChip';
import { numberOf } from './customText';
import { useCustomFields } from './useCustomFields';

type Filters = Readonly<Record<string, string>>;
type Change = (changes: Readonly<Record<string, string | undefined>>) => void;

export interface CustomFilterChipsProps {
  kind: string;
  /** The filters of the list that have no chip of its own. */
  filters: Filters;
  onChange: (filters: Filters | undefined) => void;
}

const name = (field: CustomField, end = '') => `custom.${field.key}${end}`;
const asked = (field: CustomField, filters: Filters) =>
  [name(field), name(field, '_from'), name(field, '_to')].some((one) => filters[one] !== undefined);

/** Filters by fields that the company has added: a chip for each that is asked for, and a menu of the others. */
export default function CustomFilterChips({ kind, filters, onChange }: CustomFilterChipsProps) {
  const { t } = useTranslation();
  const fields = useCustomFields(kind);
  const [added, setAdded] = useState<readonly string[]>([]);
  const change: Change = (changes) => {
    const next = Object.fromEntries(
      Object.entries({ ...filters, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  const shown = fields.filter((field) => asked(field, filters) || added.includes(field.id));
  const others = fields.filter((field) => !shown.includes(field));
  const known = new Set(fields.flatMap((field) => [name(field), name(field, '_from'), name(field, '_to')]));
  const gone = Object.keys(filters).filter((one) => one.startsWith('custom.') && !known.has(one));
  return (
    <>
      {shown.map((field) => (
        <FieldChip key={field.id} field={field} filters={filters} change={change} />
      ))}
      {gone.map((one) => (
        <Chip key={one} onRemove={() => change({ [one]: undefined })}>
          {t('customFields.gone', { name: one.replace('custom.', '') })}
        </Chip>
      ))}
      {others.length > 0 && (
        <Menu
          trigger={
            <button type="button" className={chipClass}>
              <ListFilterPlus aria-hidden className="size-3 shrink-0 opacity-70" />
              {t('customFields.addFilter')}
            </button>
          }
        >
          {others.map((field) => (
            <MenuItem key={field.id} onSelect={() => setAdded([...added, field.id])}>
              {field.label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}

function FieldChip({ field, filters, change }: { field: CustomField; filters: Filters; change: Change }) {
  const { t, i18n } = useTranslation();
  const value = filters[name(field)];
  const [from, to] = [filters[name(field, '_from')], filters[name(field, '_to')]];
  switch (field.type) {
    case 'date':
      return (
        <DateRangeChip
          label={field.label}
          value={{ from: from ?? value, to: to ?? value }}
          onChange={(range) =>
            change({
              [name(field)]: undefined,
              [name(field, '_from')]: range.from,
              [name(field, '_to')]: range.to,
            })
          }
          presets={[]}
        />
      );
    case 'checkbox':
      return (
        <FilterChip
          label={field.label}
          value={value ?? ''}
          onChange={(chosen) => change({ [name(field)]: chosen || undefined })}
          options={[
            { value: 'true', label: t('kit.yes') },
            { value: 'false', label: t('kit.no') },
          ]}
        />
      );
    case 'select':
    case 'multiselect':
      return (
        <FilterChip
          label={field.label}
          value={value ?? ''}
          onChange={(chosen) => change({ [name(field)]: chosen || undefined })}
          options={choicesOf(field, value)}
        />
      );
    case 'number': {
      const shown = (one?: string) => (one === undefined ? '…' : typedDecimal(one, i18n.language));
      return (
        <TypedChip
          label={field.label}
          text={value ? shown(value) : from || to ? `${shown(from)} – ${shown(to)}` : undefined}
          inputs={[
            { label: t('customFields.from'), value: from ?? value },
            { label: t('customFields.to'), value: to ?? value },
          ]}
          onChange={(typed) => {
            const [least, most] = typed.map((one) => (one ? numberOf(one, i18n.language) : undefined));
            change({
              [name(field)]: undefined,
              [name(field, '_from')]: least,
              [name(field, '_to')]: most,
            });
          }}
        />
      );
    }
    default:
      return (
        <TypedChip
          label={field.label}
          text={value}
          inputs={[{ label: t('customFields.equals'), value }]}
          onChange={([typed]) => change({ [name(field)]: typed })}
        />
      );
  }
}

/** The options, and before them several of them at once where a view asks so. */
function choicesOf({ options }: CustomField, value: string | undefined) {
  const each = options.map(({ id, label }) => ({ value: id, label }));
  if (!value?.includes(',')) return each;
  const labels = value.split(',').map((id) => options.find((one) => one.id === id)?.label ?? '…');
  return [{ value, label: labels.join(', ') }, ...each];
}

/** A filter that is typed: it counts when the form is sent. */
function TypedChip({
  label,
  text,
  inputs,
  onChange,
}: {
  label: string;
  text?: string;
  inputs: readonly { label: string; value?: string }[];
  onChange: (typed: readonly (string | undefined)[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <PopoverChip label={label} value={text} onClear={() => onChange(inputs.map(() => undefined))}>
      {(close) => (
        <form
          className="flex flex-col gap-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            const typed = new FormData(event.currentTarget);
            onChange(inputs.map((_, at) => String(typed.get(`value${at}`) ?? '').trim() || undefined));
            close();
          }}
        >
          {inputs.map((input, at) => (
            <Field key={input.label} label={input.label}>
              <Input name={`value${at}`} defaultValue={input.value} autoComplete="off" />
            </Field>
          ))}
          <Button type="submit" variant="primary" size="sm">
            {t('customFields.apply')}
          </Button>
        </form>
      )}
    </PopoverChip>
  );
}
