import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import { getAuditIntegrityOptions } from '@/shared/api/gen/audit/query';
import { getJobRunOptions, runJobMutation } from '@/shared/api/gen/jobs/query';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { tellFailure } from '@/shared/ui/tellFailure';

/** Whether the trail is as it was written, and a check of it now. */
export function useIntegrity() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const integrity = useQuery(getAuditIntegrityOptions());
  const start = useMutation(runJobMutation());
  const [runId, setRunId] = useState<string | null>(null);
  const run = useQuery({
    ...getJobRunOptions({ path: { id: runId ?? '' } }),
    enabled: runId !== null,
    // Of a missed notice one hears a little later.
    refetchInterval: 2_000,
  });
  useLiveQuery('job_run');
  const status = runId ? run.data?.status : undefined;
  useEffect(() => {
    if (status !== 'succeeded' && status !== 'failed') return;
    setRunId(null);
    void changed(client, 'job_run');
  }, [status, client]);

  const check = () =>
    start.mutate(
      { path: { name: 'audit-check' }, body: {} },
      {
        onSuccess: ({ id }) => setRunId(id),
        onError: (error) => {
          tellFailure(error, t);
        },
      },
    );
  return { integrity, check, checking: start.isPending || runId !== null };
}
