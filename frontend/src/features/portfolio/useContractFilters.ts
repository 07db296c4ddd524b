import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { optionsOf } from '@/shared/lib/optionsOf';
import { useServiceTypes } from '@/shared/pickers/options';
import { type Filter, useFilters } from '@/shared/records/useFilters';
import { billingCycles, contractStatuses } from '@/shared/states/states';
import type { ContractViewProps, PortfolioSearch } from './portfolioSearch';

/** The filters of contracts, in their list and under the figures of the portfolio. */
export function useContractFilters(page: ContractViewProps): Filter<PortfolioSearch>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const types = useServiceTypes();
  const filter = useFilters(page, (field: 'status') => t(`fields.contract.${field}`));
  const { end_on_from, end_on_to, next_review_on_to } = page.search;
  return [
    filter.choice('service_type', types),
    filter.record('customer_id', 'customer'),
    filter.choice(
      'status',
      optionsOf(contractStatuses, (status) => t(`states.contract.${status}`)),
      { feminine: true, without: { counting: undefined } },
    ),
    filter.choice(
      'billing_cycle',
      optionsOf(billingCycles, (cycle) => t(`states.cycle.${cycle}`)),
    ),
    filter.link(
      ['end_on_from', 'end_on_to'],
      t('portfolio.endingBetween', {
        from: format.date(end_on_from) || '…',
        to: format.date(end_on_to) || '…',
      }),
    ),
    filter.link(['next_review_on_to'], t('portfolio.reviewBy', { date: format.date(next_review_on_to) })),
  ];
}
