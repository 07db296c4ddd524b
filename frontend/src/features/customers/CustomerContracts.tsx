import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listContractsOptions } from '@/shared/api/gen/contracts/query';
import { useFormat } from '@/shared/format/useFormat';
import { ContractBadge } from '@/shared/states/badges';
import { Card } from '@/shared/ui/Card';
import { RecordRows } from './RecordRows';

const shown = 20;

export function CustomerContracts({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(
    listContractsOptions({ query: { customer_id: customerId, sort: '-start_on', limit: shown } }),
  );
  return (
    <Card
      flush
      title={t('customers.contracts')}
      actions={
        query.data?.next_cursor && (
          <Link
            to="/contracts"
            search={{ customer_id: customerId }}
            className="text-accent-ink hover:underline"
          >
            {t('customers.allContracts')}
          </Link>
        )
      }
    >
      <RecordRows query={query} empty={t('customers.noContracts')}>
        {(contract) => (
          <Link
            to="/contracts"
            search={{ customer_id: customerId, id: contract.id }}
            className="flex items-center gap-3 px-4 py-2 hover:bg-hover"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{contract.title}</span>
              <span className="block truncate text-sm text-ink-3">
                {t('portfolio.facts.sinceDate', { date: format.date(contract.start_on) })}
              </span>
            </span>
            <span className="shrink-0 text-right">
              <span className="block tabular font-medium">
                {format.money(contract.amount_cents, contract.currency)}
              </span>
              <span className="block text-sm text-ink-3">
                {t(`portfolio.perCycle.${contract.billing_cycle}`)}
              </span>
            </span>
            <span className="flex shrink-0 justify-end sm:w-32">
              <ContractBadge status={contract.status} />
            </span>
          </Link>
        )}
      </RecordRows>
    </Card>
  );
}
