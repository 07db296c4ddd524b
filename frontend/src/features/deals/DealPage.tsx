import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getDealOptions } from '@/shared/api/gen/deals/query';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { named } from '@/shared/api/names';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { DealAway } from './DealAway';

/** A deal on a page of its own, with all that may be done with it beside the board. */
export function DealPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(getDealOptions(named('deal', id)));
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 });
  const failed = query.error ?? pipelines.error;
  const pipeline = pipelines.data?.data.find((one) => one.id === query.data?.pipeline_id);
  if (failed && !pipeline)
    return (
      <>
        <PageHeader title={t('problem.notLoaded')} />
        <ErrorState
          error={failed}
          onRetry={() => void (query.error ? query.refetch() : pipelines.refetch())}
        />
      </>
    );
  if (!pipeline)
    return (
      <>
        <PageHeader title="…" />
        <Skeleton className="m-4 h-24 rounded-lg md:mx-5" />
      </>
    );
  return (
    <RecordAlone kind="deal" id={id}>
      {(close) => <DealAway id={id} pipeline={pipeline} onClose={close} />}
    </RecordAlone>
  );
}
