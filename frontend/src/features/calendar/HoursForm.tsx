import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy, Plus, X } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessHours } from '@/shared/api/gen';
import { getBusinessHoursQueryKey, replaceBusinessHoursMutation } from '@/shared/api/gen/calendar/query';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { basedOn, isConflict } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { cx } from '@/shared/lib/cx';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import type { Failure } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import { HoursInterval } from './HoursInterval';
import {
  dayText,
  intervalFault,
  isSound,
  mostIntervals,
  nextInterval,
  sameWeek,
  type TypedInterval,
  type TypedWeek,
  typedWeek,
  writtenWeek,
} from './weekHours';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The days that somebody else has changed since the form was opened. */
function changedDays(opened: BusinessHours, present: BusinessHours) {
  const [before, after] = [typedWeek(opened), typedWeek(present)];
  return weekdays.filter((_, index) => dayText(before[index] ?? []) !== dayText(after[index] ?? []));
}

/** The business hours of the week, day by day, each with as many intervals as it takes. */
export function HoursForm({ hours, onStale }: { hours: BusinessHours; onStale: () => void }) {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const client = useQueryClient();
  const readOnly = !useCan()('company.settings:write');
  const changes = useForeignChanges(
    hours,
    { changed: changedDays },
    {
      label: (day) => t(`calendar.weekdays.${day}`),
      value: (of, day) => dayText(typedWeek(of)[Number(day) - 1] ?? []),
    },
  );
  const [week, setWeek] = useState<TypedWeek>(() => typedWeek(hours));
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useMutation(replaceBusinessHoursMutation());
  const dirty = !sameWeek(typedWeek(changes.opened ?? hours), week);
  useUnsaved(dirty && !save.isPending);

  const setDay = (index: number, day: readonly TypedInterval[]) =>
    setWeek(week.map((each, at) => (at === index ? day : each)));

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (save.isPending || !isSound(week)) return;
    setFailure(null);
    try {
      const saved = await save.mutateAsync({
        headers: basedOn(hours.version),
        body: { days: writtenWeek(week) },
      });
      client.setQueryData(getBusinessHoursQueryKey(), saved);
      changes.take(saved);
      setWeek(typedWeek(saved));
      toast.done(t('calendar.hoursSaved'));
    } catch (error) {
      const problem = toProblem(error);
      if (isConflict(problem)) onStale();
      setFailure(problemText(problem, t));
    }
  };

  return (
    <SettingsSection title={t('calendar.hours')} text={t('calendar.hoursText', { zone })}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-3">
        <FormNews
          failure={failure}
          changes={changes.list}
          onTake={() => {
            changes.take();
            setWeek(typedWeek(hours));
            setFailure(null);
          }}
        />
        <ul className="flex flex-col divide-y divide-line-soft">
          {weekdays.map((key, index) => {
            const day = week[index] ?? [];
            const name = t(`calendar.weekdays.${key}`);
            return (
              <li key={key} className="grid grid-cols-1 gap-x-4 gap-y-1.5 py-2 sm:grid-cols-[9.5rem_1fr]">
                <span className="flex min-h-8 items-center">
                  <Checkbox
                    checked={day.length > 0}
                    disabled={readOnly}
                    onChange={(open) => setDay(index, open ? [nextInterval([])] : [])}
                    label={name}
                  />
                  {day.length === 0 && (
                    <span className="ml-auto text-ink-3 sm:hidden">{t('calendar.closed')}</span>
                  )}
                </span>
                <div
                  className={cx(
                    'flex flex-wrap items-start gap-x-3 gap-y-1.5',
                    day.length === 0 && 'max-sm:hidden',
                  )}
                >
                  {day.length === 0 && (
                    <span className="flex h-8 items-center text-ink-3">{t('calendar.closed')}</span>
                  )}
                  {day.map((interval, at) => (
                    <span
                      // biome-ignore lint/suspicious/noArrayIndexKey: intervals have no identity but their place
                      key={at}
                      className="flex flex-wrap items-center gap-1"
                    >
                      <HoursInterval
                        day={name}
                        value={interval}
                        fault={intervalFault(day, at)}
                        disabled={readOnly}
                        onChange={(next) => setDay(index, day.with(at, next))}
                      />
                      {!readOnly && day.length > 1 && (
                        <IconButton
                          icon={X}
                          size="sm"
                          label={t('calendar.removeInterval', { day: name, interval: dayText([interval]) })}
                          onClick={() => setDay(index, day.toSpliced(at, 1))}
                        />
                      )}
                    </span>
                  ))}
                  {!readOnly && day.length > 0 && day.length < mostIntervals && (
                    <IconButton
                      icon={Plus}
                      label={t('calendar.addInterval', { day: name })}
                      onClick={() => setDay(index, [...day, nextInterval(day)])}
                    />
                  )}
                  {!readOnly && index === 0 && day.length > 0 && (
                    <IconButton
                      icon={Copy}
                      label={t('calendar.copyMonday')}
                      onClick={() => setWeek(week.map((each, at) => (at < 5 ? day : each)))}
                    />
                  )}
                </div>
              </li>
            );
          })}
        </ul>
        {week.every((day) => day.length === 0) && (
          <p role="alert" className="text-sm text-overdue-ink">
            {t('calendar.noOpenDay')}
          </p>
        )}
        {!readOnly && (
          <div className="flex items-center justify-end gap-3">
            {dirty && <p className="text-ink-2">{t('kit.unsaved')}</p>}
            <Button type="submit" variant="primary" busy={save.isPending} disabled={!dirty || !isSound(week)}>
              {t('kit.save')}
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  );
}
