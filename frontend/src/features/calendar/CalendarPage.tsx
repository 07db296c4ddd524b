import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getBusinessHoursOptions } from '@/shared/api/gen/calendar/query';
import { useFormat } from '@/shared/format/useFormat';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { HolidaysSection } from './HolidaysSection';
import { HoursForm } from './HoursForm';

export interface CalendarSearch {
  /** Of the holidays; the present one when it is left out. */
  year?: number;
}

/** When the company works: business hours of the week, and holidays of a year. */
export function CalendarPage({
  search,
  onSearch,
}: {
  search: CalendarSearch;
  onSearch: (search: CalendarSearch) => void;
}) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const query = useQuery(getBusinessHoursOptions());
  const present = Number(today().slice(0, 4));
  return (
    <>
      <SettingsHeader />
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SettingsBody label={t('shell.settings.calendar')}>
          {query.data ? (
            <HoursForm hours={query.data} onStale={() => void query.refetch()} />
          ) : (
            <Skeleton className="h-96 shrink-0 rounded-lg" />
          )}
          <HolidaysSection
            year={search.year ?? present}
            onYear={(year) => onSearch({ year: year === present ? undefined : year })}
          />
        </SettingsBody>
      )}
    </>
  );
}
