import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { readTime } from '@/shared/format/time';
import { Input } from '@/shared/ui/Input';
import type { IntervalFault, TypedInterval } from './weekHours';

/** From and until of one interval; what is typed becomes a whole time when the field is left. */
export function HoursInterval({
  day,
  value,
  fault,
  disabled,
  onChange,
}: {
  day: string;
  value: TypedInterval;
  fault: IntervalFault | null;
  disabled: boolean;
  onChange: (value: TypedInterval) => void;
}) {
  const { t } = useTranslation();
  const message = useId();
  const field = (end: keyof TypedInterval) => (
    <Input
      aria-label={t(end === 'opens' ? 'calendar.opensOn' : 'calendar.closesOn', { day })}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault ? message : undefined}
      value={value[end]}
      disabled={disabled}
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      className="tabular w-16 text-center"
      onChange={(event) => onChange({ ...value, [end]: event.currentTarget.value })}
      onBlur={(event) => {
        const whole = readTime(event.currentTarget.value);
        if (whole && whole !== value[end]) onChange({ ...value, [end]: whole });
      }}
    />
  );
  return (
    <span className="flex flex-col">
      <span className="flex items-center gap-1">
        <span className="w-16">{field('opens')}</span>
        <span aria-hidden className="text-ink-3">
          –
        </span>
        <span className="w-16">{field('closes')}</span>
      </span>
      {fault && (
        <span id={message} role="alert" className="text-sm text-overdue-ink">
          {t(`calendar.faults.${fault}`)}
        </span>
      )}
    </span>
  );
}
