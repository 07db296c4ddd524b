import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Contract } from '@/shared/api/gen';
import { getContractOptions } from '@/shared/api/gen/contracts/query';
import { named } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import type { Messages } from '@/shared/i18n/messages';
import { textOr } from '@/shared/lib/humanise';
import { RecordLink } from '@/shared/records/RecordLink';
import { useCan } from '@/shared/session/useSession';
import { ContractBadge } from '@/shared/states/badges';
import { FactList } from '@/shared/ui/FactList';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { ContractForm } from './ContractForm';
import { ContractInvoices } from './ContractInvoices';
import { MarginBar } from './MarginBar';
import { useServiceTypeName } from './useContractColumns';
import { useContractSteps } from './useContractSteps';

/** One contract beside the list it came from: what it says, what may be done with it, what was billed. */
export function ContractPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const query = useQuery(getContractOptions(named('contract', id)));
  const contract = can('portfolio.contracts:write') ? query.data : undefined;
  const steps = useContractSteps(contract, {
    label: t('kit.edit'),
    icon: Pencil,
    form: (close) => <ContractForm contract={query.data} onClose={close} onDone={close} />,
  });
  return (
    <>
      <RecordPanel
        query={query}
        onClose={onClose}
        title={(record) => record.title}
        subtitle={(record) => (
          <RecordLink kind="customer" id={record.customer_id}>
            {record.customer?.name}
          </RecordLink>
        )}
        footer={contract && steps.buttons}
      >
        {(record) => (
          <div className="flex flex-col gap-5">
            <ContractFacts contract={record} />
            <Words title={t('fields.contract.description')} text={record.description} />
            <Words title={t('fields.contract.internal_notes')} text={record.internal_notes} />
            <ContractInvoices contractId={record.id} />
            <RecordActivities
              kind="contract"
              id={record.id}
              currency={record.currency}
              also={{ customer_id: record.customer_id }}
            />
          </div>
        )}
      </RecordPanel>
      {steps.dialog}
    </>
  );
}

function Words({ title, text }: { title: string; text?: string | null }) {
  if (!text) return null;
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
  const { amount_cents, cost_cents, currency, reference_type, deal_id } = contract;
  const money = (cents: number) => format.money(cents, currency);
  const perCycle = (cents: number) => (
    <>
      <span className="font-medium">{money(cents)}</span>{' '}
      <span className="text-ink-3">{t(`portfolio.perCycle.${contract.billing_cycle}`)}</span>
    </>
  );
  const from = format.date(contract.start_on);
  const period = contract.end_on
    ? t('portfolio.facts.untilDate', { from, to: format.date(contract.end_on) })
    : t('portfolio.facts.sinceDate', { date: from });
  const reference = [
    reference_type && textOr(`portfolio.reference.${reference_type}`, reference_type, reference_type),
    contract.reference_id,
  ];
  const fact = (field: keyof Contract & keyof Messages['fields']['contract'], value: ReactNode) => ({
    label: t(`fields.contract.${field}`),
    value,
  });
  return (
    <FactList
      facts={[
        fact('status', <ContractBadge status={contract.status} />),
        fact('service_type', typeName(contract.service_type)),
        fact('amount_cents', perCycle(amount_cents)),
        fact('cost_cents', perCycle(cost_cents)),
        fact(
          'margin_cents',
          <span className="inline-flex items-center gap-3">
            {money(amount_cents - cost_cents)}
            <MarginBar amountCents={amount_cents} costCents={cost_cents} format={format} />
          </span>,
        ),
        fact('mrr_cents', contract.mrr_cents !== undefined && money(contract.mrr_cents)),
        { label: t('portfolio.facts.period'), value: period },
        fact('term_months', contract.term_months),
        fact('next_review_on', format.date(contract.next_review_on)),
        fact('billing_day', contract.billing_day),
        fact('reference_id', reference.filter(Boolean).join(' · ')),
        fact('external_id', contract.external_id),
        fact(
          'deal_id',
          deal_id && can('crm.deals:read') && (
            <RecordLink kind="deal" id={deal_id} accent>
              {t('portfolio.facts.openDeal')}
            </RecordLink>
          ),
        ),
        fact('created_at', format.dateTime(contract.created_at)),
        fact('updated_at', format.dateTime(contract.updated_at)),
      ]}
    />
  );
}
