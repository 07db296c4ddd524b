import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getLeadScoringOptions } from '@/shared/api/gen/lead-scores/query';
import { getLeadSourcesOptions } from '@/shared/api/gen/leads/query';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { ScoringForm } from './ScoringForm';
import { SourcesForm } from './SourcesForm';

/** Where leads come from, and by which rules they are scored. */
export function LeadSettingsPage() {
  const { t } = useTranslation();
  const sources = useQuery(getLeadSourcesOptions());
  const scoring = useQuery(getLeadScoringOptions());
  const error = (!sources.data && sources.error) || (!scoring.data && scoring.error);
  return (
    <>
      <SettingsHeader />
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void sources.refetch();
            void scoring.refetch();
          }}
        />
      ) : (
        <SettingsBody label={t('shell.settings.leads')}>
          {sources.data && scoring.data ? (
            <>
              <SourcesForm listed={sources.data} />
              <ScoringForm rules={scoring.data} />
            </>
          ) : (
            <Skeleton className="h-96 shrink-0 rounded-lg" />
          )}
        </SettingsBody>
      )}
    </>
  );
}
