import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getProfileOptions } from '@/shared/api/gen/profile/query';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { EmailSection } from './EmailSection';
import { NotificationsSection } from './NotificationsSection';
import { PersonSection } from './PersonSection';

export function ProfilePage() {
  const { t } = useTranslation();
  const query = useQuery(getProfileOptions());
  return (
    <>
      <SettingsHeader />
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SettingsBody label={t('shell.settings.profile')}>
          {query.data ? (
            <>
              <PersonSection profile={query.data} />
              <EmailSection profile={query.data} />
              <NotificationsSection />
            </>
          ) : (
            <>
              <Skeleton className="h-56 rounded-lg" />
              <Skeleton className="h-32 rounded-lg" />
            </>
          )}
        </SettingsBody>
      )}
    </>
  );
}
