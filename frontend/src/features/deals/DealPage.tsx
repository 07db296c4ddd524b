import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { moveDeal } from '@/shared/api/gen/deals';
import { getDealOptions } from '@/shared/api/gen/deals/query';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { named, names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import DealPanel from './DealPanel';
import { keepDeal } from './useBoard';

const LoseDialog = lazy(() => import('./LoseDialog'));
const CloseSaleDialog = lazy(() => import('./CloseSaleDialog'));

/** A deal on a page of its own, with all that may be done with it beside the board. */
export function DealPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [closing, setClosing] = useState<{ how: 'win' | 'lose'; deal: DealSummary } | null>(null);
  const query = useQuery(getDealOptions(named('deal', id)));
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 });
  const move = useWrite(
    async ({ deal, stageId }: { deal: DealSummary; stageId: string }) =>
      (await moveDeal({ ...writeTo(deal, { stage_id: stageId }), query: names.deal, throwOnError: true }))
        .data,
    ['deal'],
    { onDone: (moved) => keepDeal(client, moved), onError: (error) => tellFailure(error, t) },
  );
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
  const done = () => setClosing(null);
  return (
    <>
      <RecordAlone kind="deal" id={id}>
        {(close) => (
          <DealPanel
            dealId={id}
            pipeline={pipeline}
            onClose={close}
            onMove={(deal, stageId) => move.mutate({ deal, stageId })}
            onWin={(deal) => setClosing({ how: 'win', deal })}
            onLose={(deal) => setClosing({ how: 'lose', deal })}
          />
        )}
      </RecordAlone>
      <Suspense>
        {closing?.how === 'win' && <CloseSaleDialog deal={closing.deal} onClose={done} />}
        {closing?.how === 'lose' && <LoseDialog deal={closing.deal} onClose={done} />}
      </Suspense>
    </>
  );
}
