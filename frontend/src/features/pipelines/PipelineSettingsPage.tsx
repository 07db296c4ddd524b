import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listLostReasonsOptions } from '@/shared/api/gen/lost-reasons/query';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { mayLose } from '@/shared/lib/unsaved';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useCan } from '@/shared/session/useSession';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Select } from '@/shared/ui/Select';
import { Skeleton } from '@/shared/ui/Skeleton';
import { ReasonsForm } from './ReasonsForm';
import { StagesForm } from './StagesForm';

/** The stages that deals go through, with their rules, and why deals are lost. */
export function PipelineSettingsPage() {
  const { t } = useTranslation();
  useLiveQuery('pipeline', 'lost_reason');
  const can = useCan();
  const pipelines = useQuery(listPipelinesOptions());
  const reasons = useQuery({ ...listLostReasonsOptions(), enabled: can('crm.deals:read') });
  const [chosen, setChosen] = useState<string>();
  const list = pipelines.data?.data;
  const pipeline = list?.find(({ id }) => id === chosen) ?? list?.[0];
  const error = (!pipelines.data && pipelines.error) || (!reasons.data && reasons.error);
  return (
    <>
      <SettingsHeader />
      {error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void pipelines.refetch();
            void reasons.refetch();
          }}
        />
      ) : (
        <SettingsBody label={t('shell.settings.pipelines')}>
          {list && list.length > 1 && pipeline && (
            <Select
              label={t('pipelines.which')}
              className="max-w-80"
              value={pipeline.id}
              onChange={async (id) => {
                if (await mayLose()) setChosen(id);
              }}
              options={list.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {pipeline ? (
            <StagesForm key={pipeline.id} pipeline={pipeline} />
          ) : (
            <Skeleton className="h-96 shrink-0 rounded-lg" />
          )}
          {reasons.data && <ReasonsForm reasons={reasons.data.data} />}
        </SettingsBody>
      )}
    </>
  );
}
