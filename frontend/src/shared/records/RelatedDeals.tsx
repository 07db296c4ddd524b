import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listDealsOptions } from '@/shared/api/gen/deals/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { RelatedList, RelatedRow } from './RelatedList';

const tones = { open: 'accent', won: 'paid', lost: 'overdue' } as const;

/** The deals of a company or a contact, newest first; each leads to its card on the board. */
export function RelatedDeals({ companyId, contactId }: { companyId?: string; contactId?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const query = useQuery({
    ...listDealsOptions({
      query: { company_id: companyId, contact_id: contactId, sort: '-created_at', limit: 20 },
    }),
    enabled: can('crm.deals:read'),
  });
  if (!can('crm.deals:read')) return null;
  return (
    <RelatedList title={t('crm.related.deals')} empty={t('crm.related.noDeals')} query={query}>
      {(deal) => (
        <RelatedRow key={deal.id} kind="deal" id={deal.id} search={{ pipeline: deal.pipeline_id }}>
          <span className="min-w-0 flex-1 truncate font-medium">{deal.title}</span>
          <Badge tone={tones[deal.status]}>{t(`crm.deal.status.${deal.status}`)}</Badge>
          <span className="tabular">{format.moneyRounded(deal.amount_cents, deal.currency)}</span>
        </RelatedRow>
      )}
    </RelatedList>
  );
}
