import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import {
  addNationalHolidaysMutation,
  createHolidayMutation,
  listNationalHolidaysOptions,
} from '@/shared/api/gen/calendar/query';
import { useFormat } from '@/shared/format/useFormat';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';

/** What Brazil keeps in the year and the company has not taken over yet; nothing when it has all of it. */
export function NationalHolidays({ year }: { year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const query = useQuery(listNationalHolidaysOptions({ query: { year } }));
  const after = {
    onSuccess: () => {
      toast.done(t('calendar.added'));
      return changed(client, 'holiday');
    },
    onError: (error: unknown) => {
      tellFailure(error, t);
    },
  };
  const addOne = useMutation({ ...createHolidayMutation(), ...after });
  const addAll = useMutation({ ...addNationalHolidaysMutation(), ...after });
  const missing = (query.data?.data ?? []).filter((day) => !day.added);
  if (missing.length === 0) return null;
  const national = missing.filter((day) => day.kind === 'national');
  return (
    <section
      aria-label={t('calendar.national')}
      className="rounded-md border border-dashed border-line-strong p-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="mr-auto font-medium">{t('calendar.nationalOf', { year })}</h3>
        {national.length > 0 && (
          <Button
            icon={CalendarPlus}
            variant="primary"
            busy={addAll.isPending}
            onClick={() => addAll.mutate({ body: { year } })}
          >
            {t('calendar.addNational', { count: national.length })}
          </Button>
        )}
        {national.length === 0 && (
          <Button
            icon={CalendarPlus}
            busy={addAll.isPending}
            onClick={() => addAll.mutate({ body: { year, optional_points: true } })}
          >
            {t('calendar.addOptional', { count: missing.length })}
          </Button>
        )}
      </div>
      <ul className="mt-1.5 divide-y divide-line-soft">
        {missing.map((day) => (
          <li key={day.code} className="flex min-h-9 items-center gap-3">
            <span className="tabular w-20 shrink-0">{format.date(day.day)}</span>
            <span className="w-9 shrink-0 text-ink-3 max-sm:hidden">{format.weekday(day.day)}</span>
            <span className="min-w-0 flex-1">
              <span className="wrap-anywhere">{day.name}</span>
              {day.kind === 'optional' && (
                <>
                  {' '}
                  <Badge tone="attention">{t('calendar.optional')}</Badge>
                </>
              )}
            </span>
            <IconButton
              icon={Plus}
              label={t('calendar.addOf', { name: day.name })}
              disabled={addOne.isPending || addAll.isPending}
              onClick={() => addOne.mutate({ body: { day: day.day, name: day.name } })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
