import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Controller, type UseFormReturn, useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { winDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { taxIdKind } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import {
  choice,
  chosen,
  email,
  money,
  requiredDay,
  requiredMoney,
  requiredText,
  taxId,
  whole,
} from '@/shared/forms/fieldKinds';
import { useFields } from '@/shared/forms/useFields';
import { placeholders } from '@/shared/lib/placeholders';
import { useServiceTypes } from '@/shared/pickers/options';
import { RecordPicker } from '@/shared/pickers/RecordPicker';
import { useCan } from '@/shared/session/useSession';
import { billingCycles, customerKinds } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { IconButton } from '@/shared/ui/IconButton';
import { Select } from '@/shared/ui/Select';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';
import { keepDeal } from './useBoard';
import { useBuyer } from './useBuyer';
import { useDeal } from './useDeal';
import { emptyContract, firstGap, startOfWin, type WinValues, winRequest, winSchema } from './winForm';

/** Won: the deal becomes a customer with its recurring contracts, all in one step or not at all. */
export default function WinDialog({ deal: opened, onClose }: { deal: DealSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { deal, present } = useDeal(opened);
  const signs = useCan()('portfolio.contracts:approve');
  const navigate = useNavigate();
  const [known, setKnown] = useState<ComboboxItem | null>(null);
  const buyer = useBuyer(deal);
  const form = useForm({
    resolver: zodResolver(
      winSchema(
        {
          required: t('kit.required'),
          notMoney: t('kit.notMoney'),
          notADate: t('kit.notADate'),
          badTaxId: t('kit.notATaxId'),
          badDay: t('crm.win.badDay'),
        },
        t,
      ),
    ),
    defaultValues: signs
      ? startOfWin(opened, format.today())
      : { ...startOfWin(opened, format.today()), contracts: [] },
  });
  const win = useWrite(
    async (values: WinValues) =>
      (
        await winDeal({
          ...writeTo(present(), winRequest(values, present())),
          query: names.deal,
          throwOnError: true,
        })
      ).data,
    ['deal', 'customer', 'contract'],
  );
  const { control } = form;
  // A record that cannot be read is no reason not to win: then it is typed.
  const settled = buyer.isFetched;
  const { data } = buyer;
  const [ready, setReady] = useState(false);
  const today = format.today();
  useEffect(() => {
    if (!settled || ready) return;
    form.reset(startOfWin(deal, today, data));
    if (data?.customer) setKnown({ id: data.customer.id, label: data.customer.name });
    setReady(true);
  }, [settled, ready, data, deal, today, form]);
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!ready || isTouch()) return;
    const gap = firstGap(form.getValues());
    fields.current?.querySelector<HTMLElement>(`[data-gap="${gap}"] :is(input, button)`)?.focus();
  }, [ready, form]);
  const { errors, isDirty, isSubmitting } = form.formState;
  const contracts = useFieldArray({ control, name: 'contracts' });
  const mode = useWatch({ control, name: 'customer_mode' });
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const won = await win.mutateAsync(values);
    keepDeal(client, won.deal);
    const { customer } = won;
    const [contract] = won.contracts;
    const mrr = won.contracts.reduce((sum, one) => sum + (one.mrr_cents ?? 0), 0);
    toast.done(t('crm.win.done', { title: deal.title }), {
      detail: customer
        ? [
            t('crm.win.created', { customer: customer.name, count: won.contracts.length }),
            mrr > 0 && t('crm.win.mrr', { amount: format.money(mrr, deal.currency) }),
          ]
            .filter(Boolean)
            .join(' · ')
        : undefined,
      actions: [
        customer && {
          label: t('crm.win.openCustomer'),
          run: () => void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } }),
        },
        contract && {
          label: t('crm.win.openContract'),
          run: () => void navigate({ to: '/contracts', search: { id: contract.id } }),
        },
      ].filter((action) => action !== null && action !== undefined),
    });
    onClose();
  });

  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      keepOnOutsideClick
      size="lg"
      title={t('crm.win.title')}
      description={`${deal.title} · ${format.money(deal.amount_cents, deal.currency)}`}
      footer={
        <>
          <DialogCancel />
          <Button variant="primary" type="submit" form="win-deal" busy={isSubmitting} disabled={!ready}>
            {t('crm.win.confirm')}
          </Button>
        </>
      }
    >
      {!ready ? (
        <div className="flex flex-col gap-4" aria-busy>
          {placeholders(5).map((row) => (
            <Skeleton key={row} className="h-8 w-full" />
          ))}
        </div>
      ) : (
        <form ref={fields} id="win-deal" onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
          <FormError failure={failure} />
          <FieldGrid>
            <Field label={t('crm.win.on')} error={errors.won_on?.message}>
              <Controller control={control} name="won_on" render={({ field }) => <DateInput {...field} />} />
            </Field>
            <Field label={t('crm.win.customer')}>
              <Controller
                control={control}
                name="customer_mode"
                render={({ field }) => (
                  <Select
                    value={field.value}
                    onChange={field.onChange}
                    options={[
                      { value: 'new', label: t('crm.win.newCustomer') },
                      { value: 'existing', label: t('crm.win.existingCustomer') },
                      { value: 'none', label: t('crm.win.noCustomer') },
                    ]}
                  />
                )}
              />
            </Field>
            {mode === 'existing' && (
              <Field
                label={t('crm.win.whichCustomer')}
                required
                hint={known && known.id === data?.customer?.id ? t('crm.win.knownCustomer') : undefined}
                error={errors.customer_id?.message}
                className={wide}
                data-gap="customer_id"
              >
                <Controller
                  control={control}
                  name="customer_id"
                  render={({ field }) => (
                    <RecordPicker
                      kind="customer"
                      value={known}
                      onChange={(item) => {
                        setKnown(item);
                        field.onChange(item?.id ?? null);
                      }}
                    />
                  )}
                />
              </Field>
            )}
            {mode === 'new' && <CustomerFields form={form} />}
          </FieldGrid>
          {mode !== 'none' && signs && (
            <section aria-labelledby="win-contracts" className="flex flex-col gap-3">
              <h3 id="win-contracts" className="font-semibold">
                {t('crm.win.contracts')}
              </h3>
              {contracts.fields.map((row, index) => (
                <ContractFields
                  key={row.id}
                  index={index}
                  form={form}
                  currency={deal.currency}
                  onRemove={() => contracts.remove(index)}
                />
              ))}
              <Button
                icon={Plus}
                className="self-start"
                onClick={() => contracts.append(emptyContract(deal, format.today()))}
              >
                {t('crm.win.addContract')}
              </Button>
              <p className="text-sm text-ink-3">{t('crm.win.noUndo')}</p>
            </section>
          )}
        </form>
      )}
    </Dialog>
  );
}

const isTouch = () => window.matchMedia('(pointer: coarse)').matches;

type Form = UseFormReturn<WinValues, unknown, WinValues>;

/** How the fields are drawn; what may stand in them is said by the schema of the whole. */
const customerFields = {
  kinds: {
    name: requiredText(200),
    tax_id: taxId,
    kind: choice(customerKinds, 'company', (t, kind) => t(`crm.win.${kind}`)),
    email,
  },
};
const contractFields = {
  kinds: {
    title: requiredText(200),
    service_type: chosen,
    amount_cents: requiredMoney,
    cost_cents: money,
    billing_cycle: choice(billingCycles, 'monthly', (t, cycle) => t(`states.cycle.${cycle}`)),
    start_on: requiredDay,
    billing_day: whole(31, (t) => t('crm.win.badDay')),
  },
};

function CustomerFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const field = useFields(form, customerFields, (name: string) => name, 'customer.');
  return (
    <>
      {field('name', { label: t('crm.win.name'), gap: 'customer.name' })}
      {field('tax_id', {
        label: t('crm.win.taxId'),
        gap: 'customer.tax_id',
        // The number says by itself whether it is a person's or a company's.
        onTyped: (typed: string) => {
          const kind = taxIdKind(typed);
          if (kind) form.setValue('customer.kind', kind === 'cpf' ? 'person' : 'company');
        },
      })}
      {field('kind', { label: t('crm.win.kind'), required: false })}
      {field('email', {
        label: t('crm.win.email'),
        hint: t('crm.win.emailHint'),
        gap: 'customer.email',
      })}
    </>
  );
}

function ContractFields({
  index,
  form,
  currency,
  onRemove,
}: {
  index: number;
  form: Form;
  currency: string;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  const field = useFields(form, contractFields, (name: string) => name, `contracts.${index}.`);
  const half = 'sm:col-span-3';
  const third = 'sm:col-span-2';
  return (
    <fieldset className="relative rounded-md border border-line p-3.5">
      <legend className="sr-only">{t('crm.win.contractNumber', { number: index + 1 })}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-6">
        {field('title', { label: t('crm.win.contractTitle'), className: half })}
        {field('service_type', {
          label: t('crm.win.serviceType'),
          className: half,
          gap: `contracts.${index}.service_type`,
          options: types,
          placeholder: t('crm.win.chooseType'),
        })}
        {field('amount_cents', { label: t('crm.win.amount'), className: third, currency })}
        {field('cost_cents', { label: t('crm.win.cost'), className: third, currency })}
        {field('billing_cycle', { label: t('crm.win.cycle'), className: third, required: false })}
        {field('start_on', { label: t('crm.win.startOn'), className: half })}
        {field('billing_day', {
          label: t('crm.win.billingDay'),
          className: half,
          placeholder: t('crm.win.billingDayNone'),
        })}
      </div>
      <span className="absolute -top-3 right-2 rounded-sm bg-raised">
        <IconButton icon={Trash2} size="sm" label={t('crm.win.removeContract')} onClick={onRemove} />
      </span>
    </fieldset>
  );
}
