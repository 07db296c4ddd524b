import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Contract } from '@/shared/api/gen';
import {
  activateContractMutation,
  cancelContractMutation,
  freezeContractMutation,
} from '@/shared/api/gen/contracts/query';
import { names } from '@/shared/api/names';
import { isConflict, stepOf, writeTo } from '@/shared/api/version';
import { parseDate } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { type ContractAction, monthlyCents } from './contractValues';
import { useKeepContract } from './useContracts';

interface DialogProps {
  contract: Contract;
  /** Reads the contract again: it is not in the state this dialog was opened for. */
  onStale: () => void;
  onClose: () => void;
}

/** The questions before a contract changes its state, each with what it will do to the money. */
export function ContractDialogs({ action, ...props }: DialogProps & { action: ContractAction | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const keep = useKeepContract();
  const { contract, onStale, onClose } = props;
  const activate = useMutation(activateContractMutation());
  const freeze = useMutation(freezeContractMutation());
  const request = { ...stepOf(contract), query: names.contract };
  const mrr = format.money(monthlyCents(contract.amount_cents, contract.billing_cycle), contract.currency);

  const change = async (work: Promise<Contract>, done: string) => {
    try {
      void keep(await work);
      toast.done(done, { detail: contract.title });
    } catch (error) {
      if (isConflict(error)) onStale();
      throw error;
    }
  };
  return (
    <>
      {action === 'activate' && (
        <ConfirmDialog
          variant="primary"
          title={t('portfolio.action.activateTitle', { title: contract.title })}
          text={t('portfolio.action.activateText', { mrr })}
          confirm={t('portfolio.action.activate')}
          onConfirm={() => change(activate.mutateAsync(request), t('portfolio.action.activated'))}
          onClose={onClose}
        />
      )}
      {action === 'freeze' && (
        <ConfirmDialog
          variant="primary"
          title={t('portfolio.action.freezeTitle', { title: contract.title })}
          text={t('portfolio.action.freezeText', { mrr })}
          confirm={t('portfolio.action.freeze')}
          onConfirm={() => change(freeze.mutateAsync(request), t('portfolio.action.frozen'))}
          onClose={onClose}
        />
      )}
      {action === 'cancel' && <CancelDialog {...props} />}
    </>
  );
}

function CancelDialog({ contract, onStale, onClose }: DialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const formId = useId();
  const keep = useKeepContract();
  const cancel = useMutation(cancelContractMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        end_on: z
          .string()
          .min(1, t('kit.required'))
          .refine((day) => parseDate(day) !== null, t('kit.notADate'))
          .refine((day) => day >= contract.start_on, t('portfolio.form.endBeforeStart')),
      }),
    ),
    defaultValues: { end_on: format.today() },
  });
  const { onSubmit, failure } = useSubmit(form, async ({ end_on }) => {
    try {
      const saved = await cancel.mutateAsync({
        ...writeTo(contract, { end_on }),
        query: names.contract,
      });
      void keep(saved);
      toast.done(t('portfolio.action.cancelled'), { detail: contract.title });
      onClose();
    } catch (error) {
      if (isConflict(error)) onStale();
      throw error;
    }
  });
  return (
    <Dialog
      open
      unsaved={form.formState.isDirty && !form.formState.isSubmitting}
      size="sm"
      onClose={onClose}
      title={t('portfolio.action.cancelTitle', { title: contract.title })}
      footer={
        <>
          <Button onClick={onClose}>{t('portfolio.action.keep')}</Button>
          <Button type="submit" form={formId} variant="danger" busy={form.formState.isSubmitting}>
            {t('portfolio.action.cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('portfolio.action.cancelText')}</p>
        <FormError failure={failure} />
        <Field label={t('portfolio.action.lastDay')} required error={form.formState.errors.end_on?.message}>
          <Controller
            control={form.control}
            name="end_on"
            render={({ field }) => (
              <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
            )}
          />
        </Field>
      </form>
    </Dialog>
  );
}
