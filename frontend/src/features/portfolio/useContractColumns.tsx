import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useServiceTypes } from '@/shared/pickers/options';
import { useColumns } from '@/shared/records/useColumns';
import { ContractBadge } from '@/shared/states/badges';
import type { DataColumn } from '@/shared/ui/DataTable';
import { MarginBar } from './MarginBar';
import { marginShare } from './portfolioFigures';

/** The name of a service type, or its code while the names are on their way. */
export function useServiceTypeName(): (code: string) => string {
  const types = useServiceTypes();
  const names = useMemo(() => new Map(types.map((type) => [type.value, type.label])), [types]);
  return (code) => names.get(code) ?? code;
}

export function useContractColumns(): DataColumn<ContractSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const typeName = useServiceTypeName();
  const column = useColumns<ContractSummary>((field: 'title') => t(`fields.contract.${field}`));
  return [
    column.text('title', { sort: true }),
    column.of('customer_id', (contract) => contract.customer?.name, { width: '16%' }),
    column.of('service_type', (contract) => typeName(contract.service_type), {
      width: '13%',
      hideBelow: 'lg',
    }),
    column.of('billing_cycle', (contract) => t(`states.cycle.${contract.billing_cycle}`), {
      width: '6.5rem',
    }),
    column.money('amount_cents', { sort: true, width: '7.25rem', strong: true }),
    column.money('cost_cents', { sort: true, width: '7.25rem', hideBelow: 'lg' }),
    {
      id: 'margin',
      header: t('fields.contract.margin_cents'),
      sort: 'margin_cents',
      width: '8.5rem',
      cell: ({ amount_cents, cost_cents }) => (
        <MarginBar amountCents={amount_cents} costCents={cost_cents} format={format} />
      ),
      text: ({ amount_cents, cost_cents }) => {
        const share = marginShare(amount_cents, cost_cents);
        return share === null ? '' : format.percent(share, 0);
      },
    },
    column.of('status', (contract) => <ContractBadge status={contract.status} />, {
      width: '7rem',
      text: (contract) => t(`states.contract.${contract.status}`),
    }),
    column.date('start_on', { sort: true, width: '7rem', hideBelow: '2xl' }),
  ];
}
