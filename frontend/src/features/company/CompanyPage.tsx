import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getTenantOptions } from '@/shared/api/gen/tenant/query';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { CompanyForm } from './CompanyForm';
import { LogoSection } from './LogoSection';

export function CompanyPage() {
  const { t } = useTranslation();
  const query = useQuery(getTenantOptions());
  return (
    <>
      <SettingsHeader />
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SettingsBody label={t('shell.settings.company')}>
          {query.data ? (
            <>
              <LogoSection tenant={query.data} onStale={() => void query.refetch()} />
              <CompanyForm tenant={query.data} onStale={() => void query.refetch()} />
            </>
          ) : (
            <>
              <Skeleton className="h-40 rounded-lg" />
              <Skeleton className="h-28 rounded-lg" />
              <Skeleton className="h-56 rounded-lg" />
            </>
          )}
        </SettingsBody>
      )}
    </>
  );
}
