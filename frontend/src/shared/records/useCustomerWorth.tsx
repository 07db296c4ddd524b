import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getPortfolioSummaryOptions } from '@/shared/api/gen/portfolio/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import type { Fact } from '@/shared/ui/FactList';
import { Skeleton } from '@/shared/ui/Skeleton';

/** What stands for a figure that is on its way. */
export const waiting = <Skeleton className="inline-block h-3 w-16" />;

/** What a customer brings in per month, and how much of it is left; nothing for a role that may not know. */
export function useCustomerWorth(customerId: string): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useCan()('portfolio.contracts:read');
  const { data, error } = useQuery({
    ...getPortfolioSummaryOptions({ query: { customer_id: customerId } }),
    enabled: may,
  });
  if (!may || error) return [];
  const share = data && data.mrr_cents > 0 ? format.percent(data.margin_cents / data.mrr_cents, 0) : '—';
  const mrr = data && <span className="font-medium">{format.money(data.mrr_cents, data.currency)}</span>;
  return [
    { label: t('fields.contract.mrr_cents'), value: mrr ?? waiting },
    { label: t('fields.contract.margin_cents'), value: data ? share : waiting },
  ];
}
