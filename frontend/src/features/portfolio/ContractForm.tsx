import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '@/shared/api/gen';
import { createContract, updateContract } from '@/shared/api/gen/contracts';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { Button } from '@/shared/ui/Button';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { ContractExtraFields, ContractMainFields } from './ContractFields';
import {
  type ContractValues,
  changedFields,
  contractSchema,
  createBody,
  emptyContract,
  patchBody,
  valuesOf,
  type WrittenField,
} from './contractValues';
import { useServiceTypeName } from './useContractColumns';
import { useKeepContract } from './useContracts';

export interface ContractFormProps {
  /** The contract to edit as it is on the server now; absent: a new one. */
  contract?: Contract;
  /** Whom a new contract is for, when that is known. */
  customer?: ComboboxItem | null;
  onClose: () => void;
  onDone: (contract: Contract) => void;
}

const fields = { empty: emptyContract('', null), schema: contractSchema, changed: changedFields };

export default function ContractForm({ contract, customer, onClose, onDone }: ContractFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keep = useKeepContract();
  const changes = useChanges(contract);
  const [more, setMore] = useState(false);
  const form = useRecordForm(
    fields,
    contract ? valuesOf(contract) : emptyContract(format.today(), customer ?? null),
  );
  const save = useWrite(
    async (values: ContractValues) =>
      contract && changes.opened
        ? await updateContract({
            ...writeTo(contract, patchBody(changes.opened, values)),
            query: names.contract,
            throwOnError: true,
          })
        : await createContract({ body: createBody(values), query: names.contract, throwOnError: true }),
    ['contract'],
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    void keep(saved);
    toast.done(t(contract ? 'portfolio.form.saved' : 'portfolio.form.created'), { detail: saved.title });
    onDone(saved);
  });
  const extraErrors = Object.keys(form.formState.errors).some((field) => extraFields.includes(field));

  return (
    <FormDialog
      form={form}
      title={t(contract ? 'portfolio.form.editTitle' : 'portfolio.form.createTitle')}
      submit={t(contract ? 'kit.save' : 'portfolio.form.create')}
      failure={failure}
      changes={changes.list}
      onTake={() => {
        if (!contract) return;
        form.reset(valuesOf(contract));
        changes.take();
        setFailure(null);
      }}
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
      {...{ onSubmit, onClose }}
    >
      <ContractMainFields form={form} isNew={!contract} currency={contract?.currency} />
      {(more || extraErrors) && <ContractExtraFields form={form} />}
    </FormDialog>
  );
}

const extraFields = [
  'next_review_on',
  'term_months',
  'reference_type',
  'reference_id',
  'external_id',
  'description',
  'internal_notes',
];

/** What others have changed in the contract since this form was opened, in the words of the form. */
function useChanges(contract: Contract | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const typeName = useServiceTypeName();
  const text = (of: Contract, field: WrittenField) => {
    const value = of[field];
    if (value === null || value === undefined) return '';
    if (field === 'amount_cents' || field === 'cost_cents') return format.money(Number(value), of.currency);
    if (field.endsWith('_on')) return format.date(String(value));
    if (field === 'billing_cycle') return t(`portfolio.cycle.${of.billing_cycle}`);
    return field === 'service_type' ? typeName(String(value)) : String(value);
  };
  return useForeignChanges(contract, fields, {
    label: (field) => t(`fields.contract.${field}`),
    value: text,
  });
}
