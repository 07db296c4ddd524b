import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { CustomerChip } from '@/shared/pickers/CustomerChip';
import { useServiceTypes } from '@/shared/pickers/options';
import { billingCycles, contractStatuses } from '@/shared/states/states';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import type { ContractViewProps } from './portfolioSearch';

export function ContractFilters({ search, onSearch }: ContractViewProps) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  const format = useFormat();
  return (
    <>
      <FilterChip
        label={t('portfolio.typeFilter')}
        value={search.service_type ?? ''}
        onChange={(value) => onSearch({ service_type: value || undefined })}
        options={types}
      />
      <CustomerChip
        label={t('portfolio.customerFilter')}
        value={search.customer_id}
        onChange={(customerId) => onSearch({ customer_id: customerId })}
      />
      <FilterChip
        label={t('portfolio.statusFilter')}
        allLabel={t('kit.allFeminine')}
        value={search.status ?? ''}
        onChange={(value) => onSearch({ status: value || undefined, counting: undefined })}
        options={contractStatuses.map((value) => ({ value, label: t(`states.contract.${value}`) }))}
      />
      <FilterChip
        label={t('portfolio.cycleFilter')}
        value={search.billing_cycle ?? ''}
        onChange={(value) => onSearch({ billing_cycle: value || undefined })}
        options={billingCycles.map((value) => ({ value, label: t(`portfolio.cycle.${value}`) }))}
      />
      {(search.end_on_from || search.end_on_to) && (
        <Chip onRemove={() => onSearch({ end_on_from: undefined, end_on_to: undefined })}>
          {t('portfolio.endingBetween', {
            from: format.date(search.end_on_from) || '…',
            to: format.date(search.end_on_to) || '…',
          })}
        </Chip>
      )}
      {search.next_review_on_to && (
        <Chip onRemove={() => onSearch({ next_review_on_to: undefined })}>
          {t('portfolio.reviewBy', { date: format.date(search.next_review_on_to) })}
        </Chip>
      )}
    </>
  );
}
