import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, parseDate } from '@/shared/format/date';
import { DateInput } from './DateInput';
import { Field } from './Field';
import { PopoverChip, PresetList } from './PopoverChip';

export interface DateChipProps {
  label: string;
  /** `aaaa-mm-dd` */
  value: string;
  onChange: (isoDate: string) => void;
  presets: readonly { label: string; value: string }[];
  /** The value is what one gets without choosing. */
  quiet?: boolean;
}

/** `Em: 20/11/2026`: a day that the page is about. */
export function DateChip({ label, value, onChange, presets, quiet }: DateChipProps) {
  return (
    <PopoverChip label={label} value={formatDate(value)} quiet={quiet}>
      {(close) => (
        <div className="flex flex-col gap-2.5">
          <DayField label={label} value={value} onChange={onChange} />
          <PresetList
            presets={presets.map((preset) => ({
              label: preset.label,
              selected: preset.value === value,
              onSelect: () => {
                onChange(preset.value);
                close();
              },
            }))}
          />
        </div>
      )}
    </PopoverChip>
  );
}

export interface DateRange {
  from?: string;
  to?: string;
}

export interface DateRangeChipProps {
  label: string;
  value: DateRange;
  onChange: (range: DateRange) => void;
  presets: readonly { label: string; value: DateRange }[];
}

/** `Vencimento: 01/11/2026 – 30/11/2026`, open at either end. */
export function DateRangeChip({ label, value, onChange, presets }: DateRangeChipProps) {
  const { t } = useTranslation();
  const { from, to } = value;
  const chosen = presets.find((preset) => preset.value.from === from && preset.value.to === to);
  const text =
    from || to
      ? (chosen?.label ?? `${from ? formatDate(from) : '…'} – ${to ? formatDate(to) : '…'}`)
      : undefined;
  return (
    <PopoverChip label={label} value={text} onClear={() => onChange({})}>
      {(close) => (
        <div className="flex flex-col gap-2.5">
          <DayField
            label={t('kit.from')}
            value={from ?? ''}
            onChange={(day) => onChange({ from: day || undefined, to })}
          />
          <DayField
            label={t('kit.to')}
            value={to ?? ''}
            onChange={(day) => onChange({ from, to: day || undefined })}
          />
          <PresetList
            presets={presets.map((preset) => ({
              label: preset.label,
              selected: preset === chosen,
              onSelect: () => {
                onChange(preset.value);
                close();
              },
            }))}
          />
        </div>
      )}
    </PopoverChip>
  );
}

/** Tells of a day only when it is one: a filter must not jump with each digit. */
function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (isoDate: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      <DateInput
        value={typed ?? value}
        onChange={(day) => {
          const complete = day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day);
          setTyped(complete ? null : day);
          if (complete && (day === '' || parseDate(day))) onChange(day);
        }}
      />
    </Field>
  );
}
