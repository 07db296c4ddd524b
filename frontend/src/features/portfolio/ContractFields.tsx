import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/format/useFormat';
import { useServiceTypes } from '@/shared/pickers/options';
import { CustomerPicker } from '@/shared/pickers/pickers';
import { billingCycles } from '@/shared/states/states';
import { DateInput } from '@/shared/ui/DateInput';
import { Field } from '@/shared/ui/Field';
import { wide } from '@/shared/ui/Form';
import { IconButton } from '@/shared/ui/IconButton';
import { Input, Textarea } from '@/shared/ui/Input';
import { MoneyInput } from '@/shared/ui/MoneyInput';
import { Select } from '@/shared/ui/Select';
import { type ContractValues, initialStatuses, monthlyCents } from './contractValues';
import { marginShare } from './portfolioFigures';
import { ServiceTypeDialog } from './ServiceTypeDialog';

type Form = UseFormReturn<ContractValues, unknown, ContractValues>;

export function ContractMainFields({
  form,
  isNew,
  currency,
}: {
  form: Form;
  isNew: boolean;
  /** That of the contract; a new one has the company's. */
  currency: string | undefined;
}) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  const [addingType, setAddingType] = useState(false);
  const { errors } = form.formState;
  const { control } = form;
  return (
    <>
      {isNew && (
        <Field
          label={t('fields.contract.customer_id')}
          required
          error={errors.customer_id?.message}
          className={wide}
        >
          <Controller
            control={control}
            name="customer_id"
            render={({ field }) => <CustomerPicker value={field.value} onChange={field.onChange} />}
          />
        </Field>
      )}
      <Field
        label={t('fields.contract.title')}
        required
        hint={t('portfolio.form.titleHint')}
        error={errors.title?.message}
        className={wide}
      >
        <Input {...form.register('title')} most={200} autoComplete="off" />
      </Field>
      <div className="flex items-end gap-1.5">
        <Field
          label={t('fields.contract.service_type')}
          required
          error={errors.service_type?.message}
          className="flex-1"
        >
          <Controller
            control={control}
            name="service_type"
            render={({ field }) => (
              <Select options={types} value={field.value || null} onChange={field.onChange} />
            )}
          />
        </Field>
        <IconButton
          icon={Plus}
          variant="secondary"
          label={t('portfolio.form.addType')}
          onClick={() => setAddingType(true)}
        />
      </div>
      <Field label={t('fields.contract.billing_cycle')} required error={errors.billing_cycle?.message}>
        <Controller
          control={control}
          name="billing_cycle"
          render={({ field }) => (
            <Select
              options={billingCycles.map((value) => ({ value, label: t(`portfolio.cycle.${value}`) }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      </Field>
      <Field
        label={t('fields.contract.amount_cents')}
        required
        hint={<MonthlyHint form={form} currency={currency} />}
        error={errors.amount_cents?.message}
      >
        <Controller
          control={control}
          name="amount_cents"
          render={({ field }) => (
            <MoneyInput
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              currency={currency}
            />
          )}
        />
      </Field>
      <Field
        label={t('fields.contract.cost_cents')}
        hint={t('portfolio.form.perCycle')}
        error={errors.cost_cents?.message}
      >
        <Controller
          control={control}
          name="cost_cents"
          render={({ field }) => (
            <MoneyInput
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              currency={currency}
            />
          )}
        />
      </Field>
      <DayField form={form} name="start_on" label={t('fields.contract.start_on')} required />
      <DayField
        form={form}
        name="end_on"
        label={t('fields.contract.end_on')}
        hint={t('portfolio.form.endHint')}
      />
      <Field
        label={t('fields.contract.billing_day')}
        hint={t('portfolio.form.billingDayHint')}
        error={errors.billing_day?.message}
      >
        <Input {...form.register('billing_day')} inputMode="numeric" maxLength={2} className="tabular" />
      </Field>
      {isNew && (
        <Field label={t('fields.contract.status')} error={errors.status?.message}>
          <Controller
            control={control}
            name="status"
            render={({ field }) => (
              <Select
                options={initialStatuses.map((value) => ({ value, label: t(`states.contract.${value}`) }))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </Field>
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
    </>
  );
}

/** What the typed amount means per month: the figure the portfolio will count. */
function MonthlyHint({ form, currency }: { form: Form; currency: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [amount, cost, cycle] = useWatch({
    control: form.control,
    name: ['amount_cents', 'cost_cents', 'billing_cycle'],
  });
  if (!amount) return t('portfolio.form.perCycle');
  const share = marginShare(amount, cost || 0);
  return t('portfolio.form.monthly', {
    mrr: format.money(monthlyCents(amount, cycle), currency),
    margin: share === null ? '—' : format.percent(share, 0),
  });
}

function DayField({
  form,
  name,
  label,
  hint,
  required,
}: {
  form: Form;
  name: 'start_on' | 'end_on' | 'next_review_on';
  label: string;
  hint?: string;
  required?: boolean;
}) {
  return (
    <Field label={label} hint={hint} required={required} error={form.formState.errors[name]?.message}>
      <Controller
        control={form.control}
        name={name}
        render={({ field }) => (
          <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
        )}
      />
    </Field>
  );
}

export function ContractExtraFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  return (
    <>
      <DayField form={form} name="next_review_on" label={t('fields.contract.next_review_on')} />
      <Field label={t('fields.contract.term_months')} error={errors.term_months?.message}>
        <Input {...form.register('term_months')} inputMode="numeric" maxLength={3} className="tabular" />
      </Field>
      <Field
        label={t('fields.contract.reference_type')}
        hint={t('portfolio.form.referenceTypeHint')}
        error={errors.reference_type?.message}
      >
        <Input {...form.register('reference_type')} most={50} />
      </Field>
      <Field label={t('fields.contract.reference_id')} error={errors.reference_id?.message}>
        <Input {...form.register('reference_id')} most={100} />
      </Field>
      <Field label={t('fields.contract.external_id')} error={errors.external_id?.message}>
        <Input {...form.register('external_id')} most={100} />
      </Field>
      <Field label={t('fields.contract.description')} error={errors.description?.message} className={wide}>
        <Textarea {...form.register('description')} most={5000} />
      </Field>
      <Field
        label={t('fields.contract.internal_notes')}
        error={errors.internal_notes?.message}
        className={wide}
      >
        <Textarea {...form.register('internal_notes')} most={5000} />
      </Field>
    </>
  );
}
