import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '@/shared/api/gen';
import { deleteHoliday } from '@/shared/api/gen/calendar';
import { listHolidaysOptions } from '@/shared/api/gen/calendar/query';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useChosen } from '@/shared/records/useChosen';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';
import { HolidayDialog } from './HolidayDialog';
import { NationalHolidays } from './NationalHolidays';

export const firstYear = 2000;
export const lastYear = 2099;

/** The days of a year on which the company does not work, and the national ones it may take over. */
export function HolidaysSection({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const canWrite = useCan()('company.settings:write');
  const query = useQuery(listHolidaysOptions({ query: { year } }));
  const holidays = query.data?.data;
  const [edited, setEdited] = useChosen<Holiday, 'new'>(holidays);
  const [leaving, setLeaving] = useChosen(holidays);
  const remove = useWrite(
    (holiday: Holiday) => deleteHoliday({ ...stepOf(holiday), throwOnError: true }),
    ['holiday'],
  );
  useShortcut('n', () => setEdited('new'), canWrite);
  return (
    <SettingsSection title={t('calendar.holidays')} text={t('calendar.holidaysText')}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-1">
          <IconButton
            icon={ChevronLeft}
            label={t('calendar.yearBefore')}
            disabled={year <= firstYear}
            onClick={() => onYear(year - 1)}
          />
          <h3 className="tabular min-w-12 text-center font-semibold" aria-live="polite">
            {year}
          </h3>
          <IconButton
            icon={ChevronRight}
            label={t('calendar.yearAfter')}
            disabled={year >= lastYear}
            onClick={() => onYear(year + 1)}
          />
          {canWrite && (
            <Button icon={Plus} shortcut="N" className="ml-auto" onClick={() => setEdited('new')}>
              {t('calendar.addHoliday')}
            </Button>
          )}
        </div>
        {query.error && !holidays ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !holidays ? (
          <Skeleton className="h-40 rounded-md" />
        ) : holidays.length === 0 ? (
          <p className="rounded-md bg-background px-3 py-4 text-ink-2">
            <strong className="font-semibold text-ink">{t('calendar.noHolidaysTitle', { year })}.</strong>{' '}
            {canWrite && t('calendar.noHolidaysText')}
          </p>
        ) : (
          <ul
            aria-label={t('calendar.holidaysOf', { year })}
            className="divide-y divide-line-soft border-y border-line-soft"
          >
            {holidays.map((holiday) => (
              <li key={holiday.id} className="flex min-h-10 items-center gap-3">
                <span className="tabular w-20 shrink-0">{format.date(holiday.day)}</span>
                <span className="w-9 shrink-0 text-ink-3">{format.weekday(holiday.day)}</span>
                <span className="min-w-0 flex-1 wrap-anywhere">{holiday.name}</span>
                {canWrite && (
                  <span className="flex shrink-0">
                    <IconButton
                      icon={Pencil}
                      label={t('calendar.editOf', { name: holiday.name })}
                      onClick={() => setEdited(holiday)}
                    />
                    <IconButton
                      icon={Trash2}
                      label={t('calendar.removeOf', { name: holiday.name })}
                      onClick={() => setLeaving(holiday)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {canWrite && <NationalHolidays year={year} />}
      </div>
      {edited && (
        <HolidayDialog
          holiday={edited === 'new' ? null : edited}
          year={year}
          onYear={onYear}
          onClose={() => setEdited(null)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('calendar.removeOf', { name: leaving.name })}
          text={t('calendar.removeText', { day: format.date(leaving.day) })}
          confirm={t('calendar.remove')}
          onConfirm={() => remove.mutateAsync(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </SettingsSection>
  );
}
