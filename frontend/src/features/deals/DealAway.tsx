import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealSummary, Pipeline } from '@/shared/api/gen';
import { moveDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { tellFailure } from '@/shared/ui/tellFailure';
import DealPanel from './DealPanel';
import { keepDeal } from './useBoard';

const LoseDialog = lazy(() => import('./LoseDialog'));
const CloseSaleDialog = lazy(() => import('./CloseSaleDialog'));

/** A deal with all that may be done with it, where there is no board. */
export function DealAway({ id, pipeline, onClose }: { id: string; pipeline: Pipeline; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [closing, setClosing] = useState<{ how: 'win' | 'lose'; deal: DealSummary } | null>(null);
  const move = useWrite(
    async ({ deal, stageId }: { deal: DealSummary; stageId: string }) =>
      (await moveDeal({ ...writeTo(deal, { stage_id: stageId }), query: names.deal, throwOnError: true }))
        .data,
    ['deal'],
    { onDone: (moved) => keepDeal(client, moved), onError: (error) => tellFailure(error, t) },
  );
  const done = () => setClosing(null);
  return (
    <>
      <DealPanel
        dealId={id}
        pipeline={pipeline}
        onClose={onClose}
        onMove={(deal, stageId) => move.mutate({ deal, stageId })}
        onWin={(deal) => setClosing({ how: 'win', deal })}
        onLose={(deal) => setClosing({ how: 'lose', deal })}
      />
      <Suspense>
        {closing?.how === 'win' && <CloseSaleDialog deal={closing.deal} onClose={done} />}
        {closing?.how === 'lose' && <LoseDialog deal={closing.deal} onClose={done} />}
      </Suspense>
    </>
  );
}
