import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Contract } from '@/shared/api/gen';
import { createContractMutation, updateContractMutation } from '@/shared/api/gen/contracts/query';
import { toProblem } from '@/shared/api/problem';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { ChangedMeanwhile } from '@/shared/ui/ChangedMeanwhile';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { Dialog } from '@/shared/ui/Dialog';
import { FieldGrid, FormError, useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { ContractExtraFields, ContractMainFields } from './ContractFields';
import {
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
  /** Reads the contract again after somebody else's change. */
  onStale?: () => void;
  onClose: () => void;
  onDone: (contract: Contract) => void;
}

export default function ContractForm({ contract, customer, onStale, onClose, onDone }: ContractFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const formId = useId();
  const keep = useKeepContract();
  const changes = useForeignChanges(contract);
  const [more, setMore] = useState(false);
  const form = useForm({
    resolver: zodResolver(useMemo(() => contractSchema(t), [t])),
    defaultValues: contract ? valuesOf(contract) : emptyContract(format.today(), customer ?? null),
  });
  const create = useMutation(createContractMutation());
  const update = useMutation(updateContractMutation());
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved =
      contract && changes.opened
        ? await update
            .mutateAsync({
              path: { id: contract.id },
              body: { ...patchBody(changes.opened, values), version: contract.version },
            })
            .catch((error: unknown) => {
              if ([409, 412].includes(toProblem(error).status)) onStale?.();
              throw error;
            })
        : await create.mutateAsync({ body: createBody(values) });
    void keep(saved);
    toast.done(t(contract ? 'portfolio.form.saved' : 'portfolio.form.created'), { detail: saved.title });
    onDone(saved);
  });
  const extraErrors = Object.keys(form.formState.errors).some((field) => extraFields.includes(field));

  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t(contract ? 'portfolio.form.editTitle' : 'portfolio.form.createTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.formState.isSubmitting}>
            {t(contract ? 'kit.save' : 'portfolio.form.create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        {/* What others changed says more than that they did. */}
        {changes.list.length === 0 && <FormError failure={failure} />}
        <ChangedMeanwhile
          changes={changes.list}
          onTake={() => {
            if (!contract) return;
            form.reset(valuesOf(contract));
            changes.take();
            setFailure(null);
          }}
        />
        <FieldGrid>
          <ContractMainFields form={form} isNew={!contract} />
          {(more || extraErrors) && <ContractExtraFields form={form} />}
        </FieldGrid>
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
      </form>
    </Dialog>
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
function useForeignChanges(contract: Contract | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const typeName = useServiceTypeName();
  const [opened, setOpened] = useState(contract);
  const labels: Record<WrittenField, string> = {
    service_type: t('portfolio.form.type'),
    title: t('portfolio.form.title'),
    billing_cycle: t('portfolio.form.cycle'),
    amount_cents: t('portfolio.form.amount'),
    cost_cents: t('portfolio.form.cost'),
    start_on: t('portfolio.form.start'),
    end_on: t('portfolio.form.end'),
    next_review_on: t('portfolio.form.review'),
    billing_day: t('portfolio.form.billingDay'),
    term_months: t('portfolio.form.term'),
    reference_type: t('portfolio.form.referenceType'),
    reference_id: t('portfolio.form.referenceId'),
    external_id: t('portfolio.form.externalId'),
    description: t('portfolio.form.description'),
    internal_notes: t('portfolio.form.notes'),
  };
  const text = (of: Contract, field: WrittenField) => {
    const value = of[field];
    if (value === null || value === undefined) return '';
    if (field === 'amount_cents' || field === 'cost_cents') return format.money(Number(value), of.currency);
    if (field.endsWith('_on')) return format.date(String(value));
    if (field === 'billing_cycle') return t(`portfolio.cycle.${of.billing_cycle}`);
    return field === 'service_type' ? typeName(String(value)) : String(value);
  };
  const list =
    opened && contract
      ? changedFields(opened, contract).map((field) => ({
          label: labels[field],
          before: text(opened, field),
          after: text(contract, field),
        }))
      : [];
  return { opened, list, take: () => setOpened(contract) };
}
