import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContractSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useServiceTypes } from '@/shared/pickers/options';
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
  return [
    {
      id: 'title',
      header: t('portfolio.column.contract'),
      sort: 'title',
      cell: (contract) => contract.title,
    },
    {
      id: 'customer',
      header: t('portfolio.column.customer'),
      width: '16%',
      cell: (contract) => contract.customer_name,
    },
    {
      id: 'type',
      header: t('portfolio.column.type'),
      width: '13%',
      hideBelow: 'lg',
      cell: (contract) => typeName(contract.service_type),
    },
    {
      id: 'cycle',
      header: t('portfolio.column.cycle'),
      width: '6.5rem',
      cell: (contract) => t(`portfolio.cycle.${contract.billing_cycle}`),
    },
    {
      id: 'amount',
      header: t('portfolio.column.amount'),
      sort: 'amount_cents',
      align: 'right',
      width: '7.25rem',
      cell: (contract) => (
        <span className="text-ink">{format.money(contract.amount_cents, contract.currency)}</span>
      ),
    },
    {
      id: 'cost',
      header: t('portfolio.column.cost'),
      align: 'right',
      width: '7.25rem',
      hideBelow: 'lg',
      cell: (contract) => format.money(contract.cost_cents, contract.currency),
    },
    {
      id: 'margin',
      header: t('portfolio.column.margin'),
      width: '8.5rem',
      cell: (contract) => (
        <MarginBar amountCents={contract.amount_cents} costCents={contract.cost_cents} format={format} />
      ),
      text: ({ amount_cents, cost_cents }) => {
        const share = marginShare(amount_cents, cost_cents);
        return share === null ? '' : format.percent(share, 0);
      },
    },
    {
      id: 'status',
      header: t('portfolio.column.status'),
      width: '7rem',
      cell: (contract) => <ContractBadge status={contract.status} />,
      text: (contract) => t(`portfolio.status.${contract.status}`),
    },
    {
      id: 'start',
      header: t('portfolio.column.start'),
      sort: 'start_on',
      width: '7rem',
      hideBelow: '2xl',
      cell: (contract) => <span className="tabular">{format.date(contract.start_on)}</span>,
    },
  ];
}
