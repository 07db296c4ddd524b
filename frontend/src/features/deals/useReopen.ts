import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { reopenDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { tellFailure } from '@/shared/ui/tellFailure';
import { keepDeal } from './useBoard';

/** Opens a closed deal again: from its panel, and to take back that it was lost. */
export function useReopen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useWrite(
    async (closed: DealSummary) =>
      (await reopenDeal({ ...stepOf(closed), query: names.deal, throwOnError: true })).data,
    ['deal'],
    { onDone: (opened) => keepDeal(client, opened), onError: (error) => tellFailure(error, t) },
  );
}
