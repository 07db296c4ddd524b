import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BillingCycle, Contract } from '@/shared/api/gen';
import { createContract, updateContract } from '@/shared/api/gen/contracts';
import { getContractQueryKey } from '@/shared/api/gen/contracts/query';
import { named, names } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { useServiceTypes } from '@/shared/pickers/options';
import { Button } from '@/shared/ui/Button';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import { contractFields, extraFields, monthlyCents, newContractFields } from './contractFields';
import { marginShare } from './portfolioFigures';
import { ServiceTypeDialog } from './ServiceTypeDialog';

export interface ContractFormProps {
  /** The contract to edit as it is on the server now; absent: a new one. */
  contract?: Contract;
  /** Whom a new contract is for, when that is known. */
  customer?: ComboboxItem | null;
  onClose: () => void;
  onDone: (contract: Contract) => void;
}

export function ContractForm({ contract, customer = null, onClose, onDone }: ContractFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const types = useServiceTypes();
  const [more, setMore] = useState(false);
  const [addingType, setAddingType] = useState(false);
  const { form, field, frame } = useSaveForm({
    // What is not asked of a known contract is never read from it.
    fields: contract ? (contractFields as unknown as typeof newContractFields) : newContractFields,
    label: (name: 'title') => t(`fields.contract.${name}`),
    start: { customer_id: customer, start_on: format.today() },
    kinds: ['contract'],
    create: (body) => createContract({ body, query: names.contract, throwOnError: true }),
    edit: {
      record: contract as (Contract & { status: 'active' }) | undefined,
      update: (request) => updateContract({ ...request, query: names.contract, throwOnError: true }),
    },
    keep: ({ id }) => getContractQueryKey(named('contract', id)),
    options: { service_type: types },
    onDone: (saved) => {
      toast.done(t(contract ? 'portfolio.form.saved' : 'portfolio.form.created'), { detail: saved.title });
      onDone(saved);
    },
  });
  const { errors } = form.formState;
  const currency = contract?.currency;
  return (
    <FormDialog
      {...frame}
      title={t(contract ? 'portfolio.form.editTitle' : 'shell.new.contract')}
      submit={t(contract ? 'kit.save' : 'portfolio.form.create')}
      onClose={onClose}
      foot={
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          icon={more ? ChevronUp : ChevronDown}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {t(more ? 'portfolio.form.less' : 'portfolio.form.more')}
        </Button>
      }
    >
      {!contract && field('customer_id', { wide: true })}
      {field('title', { wide: true, hint: t('portfolio.form.titleHint') })}
      <div className="flex items-end gap-1.5 [&>:first-child]:flex-1">
        {field('service_type', { options: types })}
        <IconButton
          icon={Plus}
          variant="secondary"
          label={t('portfolio.form.addType')}
          onClick={() => setAddingType(true)}
        />
      </div>
      {field('billing_cycle')}
      {field('amount_cents', { currency, hint: <MonthlyHint form={form} currency={currency} /> })}
      {field('cost_cents', { currency, hint: t('portfolio.form.perCycle') })}
      {field('start_on')}
      {field('end_on', { hint: t('portfolio.form.endHint') })}
      {field('billing_day', { hint: t('portfolio.form.billingDayHint') })}
      {!contract && field('status', { required: false })}
      {(more || extraFields.some((name) => errors[name])) &&
        extraFields.map((name) =>
          field(name, { hint: name === 'reference_type' && t('portfolio.form.referenceTypeHint') }),
        )}
      {addingType && (
        <ServiceTypeDialog
          onClose={() => setAddingType(false)}
          onDone={(code) => {
            setAddingType(false);
            form.setValue('service_type', code, { shouldDirty: true, shouldValidate: true });
          }}
        />
      )}
    </FormDialog>
  );
}

/** What the typed amount means per month: the figure the portfolio will count. */
function MonthlyHint({
  form,
  currency,
}: {
  form: UseFormReturn<typeof newContractFields.empty, unknown, typeof newContractFields.empty>;
  currency: string | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amount, cost, cycle] = useWatch({
    control: form.control,
    name: ['amount_cents', 'cost_cents', 'billing_cycle'],
  });
  if (!amount) return t('portfolio.form.perCycle');
  const share = marginShare(amount, cost || 0);
  return t('portfolio.form.monthly', {
    mrr: format.money(monthlyCents(amount, cycle as BillingCycle), currency),
    margin: share === null ? '—' : format.percent(share, 0),
  });
}
