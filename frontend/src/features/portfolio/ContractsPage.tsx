import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { ContractFilters } from './ContractFilters';
import { ContractTable } from './ContractTable';
import type { ContractSearch, ContractViewProps } from './portfolioSearch';
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
  const query = useContracts(search);
  return (
    <>
      <PageHeader
        title={t('portfolio.contracts')}
        filters={
          <>
            <ContractFilters search={search} onSearch={onSearch} />
            <SearchBox
              label={t('portfolio.search')}
              value={search.q ?? ''}
              onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
            />
          </>
        }
        actions={<NewContractButton onSearch={onSearch} />}
      />
      <PageBody>
        <ContractTable search={search} onSearch={onSearch} query={query} />
      </PageBody>
      <ContractOverlays search={search} onSearch={onSearch} />
    </>
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
      {t('portfolio.newContract')}
    </Button>
  );
}

/** What the address opens above the list: a contract's panel, the form for a new one. */
export function ContractOverlays({ search, onSearch }: ContractViewProps) {
  const can = useCan();
  const { id, customer_id } = search;
  const creating = search.new === true && can('portfolio.contracts:write');
  // A list of one customer's contracts makes the next one for the same customer.
  const customer = useQuery({
    ...getCustomerOptions({ path: { id: customer_id ?? '' } }),
    enabled: creating && Boolean(customer_id) && can('customers:read'),
  });
  const ready = !customer_id || customer.isFetched || !can('customers:read');
  return (
    <Suspense>
      {id && <ContractPanel key={id} id={id} onClose={() => onSearch({ id: undefined })} />}
      {creating && ready && (
        <ContractForm
          customer={customer.data ? { id: customer.data.id, label: customer.data.name } : null}
          onClose={() => onSearch({ new: undefined })}
          onDone={(contract) => onSearch({ new: undefined, id: contract.id })}
        />
      )}
    </Suspense>
  );
}
