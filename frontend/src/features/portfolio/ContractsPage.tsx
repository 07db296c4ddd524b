import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { ListPage } from '@/shared/records/ListPage';
import { useCan } from '@/shared/session/useSession';
import { Button, buttonClass } from '@/shared/ui/Button';
import { ContractFilters } from './ContractFilters';
import { NarrowContract } from './ContractTable';
import { type ContractSearch, type ContractViewProps, contractFilters } from './portfolioSearch';
import { useContractColumns } from './useContractColumns';
import { useContracts } from './useContracts';

// What opens over the list brings the forms' library, which the list itself can do without.
const ContractForm = lazy(() => import('./ContractForm'));
const ContractPanel = lazy(() => import('./ContractPanel'));

export function ContractsPage({
  search,
  onSearch,
}: {
  search: ContractSearch;
  onSearch: OnSearch<ContractSearch>;
}) {
  const { t } = useTranslation();
  const can = useCan();
  const query = useContracts(search);
  return (
    <ListPage
      kind="contract"
      label={t('portfolio.tableLabel')}
      search={search}
      onSearch={onSearch}
      defaultSort="title"
      query={query}
      columns={useContractColumns()}
      narrow={(contract) => <NarrowContract contract={contract} />}
      worth={(contract) => ({ cents: contract.amount_cents, currency: contract.currency })}
      emptyAction={
        can('imports.imports:write') && (
          <Link to="/imports" search={{ entity: 'contracts' }} className={buttonClass()}>
            {t('portfolio.importContracts')}
          </Link>
        )
      }
      texts={{
        search: t('portfolio.search'),
        empty: t('portfolio.emptyTitle'),
        emptyText: t('portfolio.emptyText'),
        nothing: t('portfolio.noneTitle'),
        nothingText: t('portfolio.noneText'),
      }}
      filters={{
        names: contractFilters,
        chips: <ContractFilters search={search} onSearch={onSearch} />,
      }}
      panel={(id, close) => <ContractPanel key={id} id={id} onClose={close} />}
      form={(close, done) => <NewContract customerId={search.customer_id} onClose={close} onDone={done} />}
    />
  );
}

export function NewContractButton({ onSearch }: Pick<ContractViewProps, 'onSearch'>) {
  const { t } = useTranslation();
  const can = useCan();
  const allowed = can('portfolio.contracts:write');
  useShortcut('n', () => onSearch({ new: true, id: undefined }), allowed);
  if (!allowed) return null;
  return (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => onSearch({ new: true, id: undefined })}>
      {t('shell.new.contract')}
    </Button>
  );
}

/** What the address opens above the figures: a contract's panel, the form for a new one. */
export function ContractOverlays({ search, onSearch }: ContractViewProps) {
  const can = useCan();
  const { id, customer_id } = search;
  return (
    <Suspense>
      {id && <ContractPanel key={id} id={id} onClose={() => onSearch({ id: undefined })} />}
      {search.new && can('portfolio.contracts:write') && (
        <NewContract
          customerId={customer_id}
          onClose={() => onSearch({ new: undefined })}
          onDone={(contract) => onSearch({ new: undefined, id: contract.id })}
        />
      )}
    </Suspense>
  );
}

/** A list of one customer's contracts makes the next one for the same customer. */
function NewContract({
  customerId,
  ...form
}: {
  customerId?: string;
  onClose: () => void;
  onDone: (contract: { id: string }) => void;
}) {
  const can = useCan();
  const readable = can('customers.customers:read');
  const customer = useQuery({
    ...getCustomerOptions({ path: { id: customerId ?? '' } }),
    enabled: Boolean(customerId) && readable,
  });
  if (customerId && readable && !customer.isFetched) return null;
  return (
    <ContractForm customer={customer.data && { id: customer.data.id, label: customer.data.name }} {...form} />
  );
}
