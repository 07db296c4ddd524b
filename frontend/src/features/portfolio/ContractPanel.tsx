import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '@/shared/api/gen';
import { getContractOptions } from '@/shared/api/gen/contracts/query';
import { named } from '@/shared/api/names';
import { type Format, useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useCan } from '@/shared/session/useSession';
import { ContractBadge } from '@/shared/states/badges';
import { Button } from '@/shared/ui/Button';
import { type Fact, FactList } from '@/shared/ui/FactList';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { ContractDialogs } from './ContractDialogs';
import ContractForm from './ContractForm';
import { ContractInvoices } from './ContractInvoices';
import { actionsFor, type ContractAction } from './contractValues';
import { MarginBar } from './MarginBar';
import { useServiceTypeName } from './useContractColumns';

/** One contract beside the list it came from: what it says, what may be done with it, what was billed. */
export default function ContractPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const [action, setAction] = useState<ContractAction | null>(null);
  const query = useQuery(getContractOptions(named('contract', id)));
  const reload = () => void query.refetch();
  const contract = query.data;
  const canWrite = can('portfolio.contracts:write');
  const allowed = contract && canWrite ? actionsFor(contract) : [];

  return (
    <>
      <RecordPanel
        query={query}
        onClose={onClose}
        title={(record) => record.title}
        subtitle={(record) => <CustomerLink contract={record} />}
        footer={
          canWrite &&
          contract && (
            <>
              <Button icon={Pencil} onClick={() => setEditing(true)}>
                {t('kit.edit')}
              </Button>
              {allowed.includes('activate') && (
                <Button variant="primary" onClick={() => setAction('activate')}>
                  {t('portfolio.action.activate')}
                </Button>
              )}
              {allowed.includes('freeze') && (
                <Button onClick={() => setAction('freeze')}>{t('portfolio.action.freeze')}</Button>
              )}
              {allowed.includes('cancel') && (
                <Button variant="danger" className="ml-auto" onClick={() => setAction('cancel')}>
                  {t('portfolio.action.cancel')}
                </Button>
              )}
            </>
          )
        }
      >
        {(record) => (
          <div className="flex flex-col gap-5">
            <ContractFacts contract={record} />
            {record.description && (
              <Words title={t('fields.contract.description')} text={record.description} />
            )}
            {record.internal_notes && (
              <Words title={t('fields.contract.internal_notes')} text={record.internal_notes} />
            )}
            {can('billing.invoices:read') && <ContractInvoices contractId={record.id} />}
          </div>
        )}
      </RecordPanel>
      {contract && editing && (
        <ContractForm
          contract={contract}
          onClose={() => setEditing(false)}
          onDone={() => setEditing(false)}
        />
      )}
      {contract && (
        <ContractDialogs
          contract={contract}
          action={action}
          onStale={reload}
          onClose={() => setAction(null)}
        />
      )}
    </>
  );
}

function CustomerLink({ contract }: { contract: Contract }) {
  const can = useCan();
  const name = contract.customer?.name ?? '';
  if (!can('customers.customers:read')) return name;
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: contract.customer_id }}
      className="hover:text-accent-ink hover:underline"
    >
      {name}
    </Link>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{text}</p>
    </section>
  );
}

function ContractFacts({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const typeName = useServiceTypeName();
  const perCycle = t(`portfolio.perCycle.${contract.billing_cycle}`);
  const money = (cents: number) => format.money(cents, contract.currency);
  const facts: Fact[] = [
    { label: t('fields.contract.status'), value: <ContractBadge status={contract.status} /> },
    { label: t('fields.contract.service_type'), value: typeName(contract.service_type) },
    {
      label: t('fields.contract.amount_cents'),
      value: <PerCycle amount={money(contract.amount_cents)} cycle={perCycle} />,
    },
    {
      label: t('fields.contract.cost_cents'),
      value: <PerCycle amount={money(contract.cost_cents)} cycle={perCycle} />,
    },
    {
      label: t('fields.contract.margin_cents'),
      value: (
        <span className="inline-flex items-center gap-3">
          {money(contract.amount_cents - contract.cost_cents)}
          <MarginBar amountCents={contract.amount_cents} costCents={contract.cost_cents} format={format} />
        </span>
      ),
    },
    {
      label: t('fields.contract.mrr_cents'),
      value: contract.mrr_cents === undefined ? null : money(contract.mrr_cents),
    },
    { label: t('portfolio.facts.period'), value: <Period contract={contract} format={format} /> },
    {
      label: t('fields.contract.term_months'),
      value: contract.term_months,
    },
    { label: t('fields.contract.next_review_on'), value: format.date(contract.next_review_on) },
    { label: t('fields.contract.billing_day'), value: contract.billing_day },
    {
      label: t('fields.contract.reference_id'),
      value: [
        contract.reference_type &&
          textOr(
            `portfolio.reference.${contract.reference_type}`,
            contract.reference_type,
            contract.reference_type,
          ),
        contract.reference_id,
      ]
        .filter(Boolean)
        .join(' · '),
    },
    { label: t('fields.contract.external_id'), value: contract.external_id },
    {
      label: t('fields.contract.deal_id'),
      value: contract.deal_id && can('crm.deals:read') && (
        <Link
          to="/pipeline"
          search={{ deal: contract.deal_id }}
          className="font-medium text-accent-ink hover:underline"
        >
          {t('portfolio.facts.openDeal')}
        </Link>
      ),
    },
    { label: t('fields.contract.created_at'), value: format.dateTime(contract.created_at) },
    { label: t('fields.contract.updated_at'), value: format.dateTime(contract.updated_at) },
  ];
  return <FactList facts={facts} />;
}

function PerCycle({ amount, cycle }: { amount: string; cycle: string }) {
  return (
    <>
      <span className="font-medium">{amount}</span> <span className="text-ink-3">{cycle}</span>
    </>
  );
}

function Period({ contract, format }: { contract: Contract; format: Format }) {
  const { t } = useTranslation();
  const from = format.date(contract.start_on);
  return contract.end_on
    ? t('portfolio.facts.untilDate', { from, to: format.date(contract.end_on) })
    : t('portfolio.facts.sinceDate', { date: from });
}
