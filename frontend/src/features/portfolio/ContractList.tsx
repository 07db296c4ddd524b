import { useTranslation } from 'react-i18next';
import { bulkContracts } from '@/shared/api/gen/bulk';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { useRecordName } from '@/shared/pickers/recordName';
import { ListPage, type ListPageProps } from '@/shared/records/ListPage';
import type { Filter } from '@/shared/records/useFilters';
import { useCan } from '@/shared/session/useSession';
import { ContractBadge } from '@/shared/states/badges';
import { NarrowRow } from '@/shared/ui/DataTable';
import { LinkButton } from '@/shared/ui/LinkButton';
import type { ContractViewProps, PortfolioSearch } from './portfolioSearch';
import { useContractColumns } from './useContractColumns';
import { useContractFilters } from './useContractFilters';
import { useContracts } from './useContracts';

// What opens over the list brings the forms' library, which the list itself can do without.
const ContractForm = lazyPart(async () => (await import('./ContractForm')).ContractForm);
const ContractPanel = lazyPart(async () => (await import('./ContractPanel')).ContractPanel);

export interface ContractListProps extends ContractViewProps {
  /** Narrows the rows to those that the figures of that day count. */
  countingOn?: string;
  around?: { before: Filter<PortfolioSearch>; after: Filter<PortfolioSearch> };
  above?: ListPageProps<never, PortfolioSearch>['above'];
}

/** Contracts, as a list of their own or under the figures of the portfolio. */
export function ContractList({ countingOn, around, above, ...page }: ContractListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { customer_id } = page.search;
  // A list of one customer's contracts makes the next one for the same customer.
  const customer = useRecordName('customer', customer_id);
  const filters = useContractFilters(page);
  usePartsLater(ContractPanel, ContractForm);
  return (
    <ListPage
      {...page}
      kind="contract"
      texts="portfolio.list"
      label={t('portfolio.tableLabel')}
      defaultSort="title"
      above={above}
      query={useContracts(page.search, countingOn)}
      filters={around ? [around.before, ...filters, around.after] : filters}
      columns={useContractColumns()}
      narrow={(contract) => (
        <NarrowRow
          title={contract.title}
          aside={format.money(contract.amount_cents, contract.currency)}
          detail={`${contract.customer?.name ?? ''} · ${t(`states.cycle.${contract.billing_cycle}`)}`}
          badge={<ContractBadge status={contract.status} />}
        />
      )}
      worth={(contract) => ({ cents: contract.amount_cents, currency: contract.currency })}
      bulk={{ send: bulkContracts, actions: [{ type: 'activate' }, { type: 'freeze' }] }}
      emptyAction={
        can('imports.imports:write') && (
          <LinkButton place={{ to: '/imports', search: { entity: 'contracts' } }}>
            {t('portfolio.importContracts')}
          </LinkButton>
        )
      }
      panel={(id, close) => <ContractPanel key={id} id={id} onClose={close} />}
      form={(close, done) =>
        customer.settled && (
          <ContractForm
            customer={customer_id && customer.name ? { id: customer_id, label: customer.name } : null}
            onClose={close}
            onDone={done}
          />
        )
      }
    />
  );
}
