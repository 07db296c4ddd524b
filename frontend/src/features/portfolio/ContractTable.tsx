import { Link } from '@tanstack/react-router';
import { FileSignature, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContractSummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { useHref } from '@/shared/lib/useHref';
import { useCan } from '@/shared/session/useSession';
import { ContractBadge } from '@/shared/states/badges';
import { Button, buttonClass } from '@/shared/ui/Button';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { type ContractSort, type ContractViewProps, isFiltered, noContractFilters } from './portfolioSearch';
import { useContractColumns } from './useContractColumns';
import type { useContracts } from './useContracts';

export function NarrowContract({ contract }: { contract: ContractSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <NarrowRow
      title={contract.title}
      aside={format.money(contract.amount_cents, contract.currency)}
      detail={`${contract.customer?.name ?? ''} · ${t(`portfolio.cycle.${contract.billing_cycle}`)}`}
      badge={<ContractBadge status={contract.status} />}
    />
  );
}

export interface ContractTableProps extends ContractViewProps {
  query: ReturnType<typeof useContracts>;
}

export function ContractTable({ search, onSearch, query }: ContractTableProps) {
  const { t } = useTranslation();
  const can = useCan();
  const href = useHref();
  const columns = useContractColumns();
  return (
    <DataTable
      label={t('portfolio.tableLabel')}
      columns={columns}
      query={query}
      sort={search.sort ?? 'title'}
      onSort={(sort) => onSearch({ sort: sort as ContractSort })}
      onOpen={(contract) => onSearch({ id: contract.id, new: undefined })}
      openId={search.id}
      hrefOf={(contract) => href({ to: '/contracts', search: { id: contract.id } })}
      narrow={(contract) => <NarrowContract contract={contract} />}
      empty={
        isFiltered(search) ? (
          <EmptyState
            icon={SearchX}
            title={t('portfolio.noneTitle')}
            text={t('portfolio.noneText')}
            action={
              <Button onClick={() => onSearch(noContractFilters)}>{t('portfolio.clearFilters')}</Button>
            }
          />
        ) : (
          <EmptyState
            icon={FileSignature}
            title={t('portfolio.emptyTitle')}
            text={t('portfolio.emptyText')}
            action={
              <span className="flex flex-wrap justify-center gap-2">
                {can('imports.imports:write') && (
                  <Link to="/imports" search={{ entity: 'contracts' }} className={buttonClass()}>
                    {t('portfolio.importContracts')}
                  </Link>
                )}
                {can('portfolio.contracts:write') && (
                  <Button variant="primary" onClick={() => onSearch({ new: true })}>
                    {t('shell.new.contract')}
                  </Button>
                )}
              </span>
            }
          />
        )
      }
    />
  );
}
