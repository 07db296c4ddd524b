import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { getDealClosingOptions } from '@/shared/api/gen/closings/query';
import { useFormat } from '@/shared/format/useFormat';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { useReopen } from './useReopen';

/** Before a won deal is opened again: what it has made, which stays, or what waits and is withdrawn. */
export function ReopenDialog({ deal, onClose }: { deal: DealSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reopen = useReopen();
  const closing = useQuery(getDealClosingOptions({ path: { id: deal.id } })).data?.closing;
  return (
    <ConfirmDialog
      title={t('crm.reopen.title', { title: deal.title })}
      text={
        !closing
          ? t('crm.reopen.text')
          : closing.status === 'to_release'
            ? t('crm.reopen.withdraws')
            : t('crm.reopen.made', {
                count: closing.contract_ids.length,
                amount: format.money(closing.mrr_cents, closing.currency),
                invoice: closing.invoice_id ? t('crm.reopen.invoice') : '',
              })
      }
      confirm={t('crm.deal.reopen')}
      onConfirm={() => reopen.mutateAsync(deal)}
      onClose={onClose}
    />
  );
}
