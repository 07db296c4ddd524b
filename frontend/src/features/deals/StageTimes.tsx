import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Pipeline } from '@/shared/api/gen';
import { listStageStaysOptions } from '@/shared/api/gen/deals/query';

/** How long a deal was in each stage that it came through; one it came back to is counted together. */
export function StageTimes({ dealId, pipeline }: { dealId: string; pipeline: Pipeline }) {
  const { t } = useTranslation();
  const stays = useQuery(listStageStaysOptions({ path: { id: dealId } })).data?.data ?? [];
  // Where it has been since it was made tells no more than the days that stand above.
  if (stays.length < 2) return null;
  const seconds = new Map<string, number>();
  for (const stay of stays) seconds.set(stay.stage_id, (seconds.get(stay.stage_id) ?? 0) + stay.seconds);
  return (
    <p className="pt-1 text-sm text-ink-2">
      {t('crm.deal.times')}:{' '}
      <span className="tabular">
        {[...seconds]
          .map(([id, total]) => {
            const name = pipeline.stages.find((stage) => stage.id === id)?.name ?? t('crm.deal.goneStage');
            return `${name} ${t('crm.deal.days', { count: Math.floor(total / 86_400) })}`;
          })
          .join(' · ')}
      </span>
    </p>
  );
}
