import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ConvertedLead, Lead } from '@/shared/api/gen';
import { convertLead } from '@/shared/api/gen/leads';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { atMost } from '@/shared/forms/atMost';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { MoneyInput } from '@/shared/ui/MoneyInput';
import { Select } from '@/shared/ui/Select';

/** A lead becomes a deal, with its company and its contact, all at once. */
export function ConvertDialog({
  lead,
  onClose,
  onConverted,
}: {
  lead: Lead;
  onClose: () => void;
  onConverted: (converted: ConvertedLead) => void;
}) {
  const { t } = useTranslation();
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 }).data?.data ?? [];
  const schema = z.object({
    title: z.string().trim().min(1, t('kit.required')).check(atMost(200, t)),
    amount_cents: z.number(t('kit.notMoney')).int().min(0).nullable(),
    pipeline_id: z.string().nullable(),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      title: lead.company_name ?? lead.name,
      amount_cents: null as number | null,
      pipeline_id: null as string | null,
    },
  });
  const convert = useWrite(
    async (values: { title: string; amount_cents: number | null; pipeline_id: string | null }) =>
      (
        await convertLead({
          ...writeTo(lead, { ...values, amount_cents: values.amount_cents ?? 0 }),
          throwOnError: true,
        })
      ).data,
    // The deal is on no board yet: those that are shown are read again.
    ['lead', 'deal', 'pipeline', 'company', 'contact'],
  );
  const { errors, isDirty, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    onConverted(await convert.mutateAsync(values));
  });
  const standard = pipelines.find((pipeline) => pipeline.is_default) ?? pipelines[0];
  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      size="sm"
      title={t('crm.convert.title')}
      description={t('crm.convert.text')}
      footer={
        <>
          <DialogCancel />
          <Button variant="primary" type="submit" form="convert-lead" busy={isSubmitting}>
            {t('crm.convert.confirm')}
          </Button>
        </>
      }
    >
      <form id="convert-lead" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('fields.deal.title')} required error={errors.title?.message}>
          <Input {...form.register('title')} autoComplete="off" />
        </Field>
        <Field label={t('fields.deal.amount_cents')} error={errors.amount_cents?.message}>
          <Controller
            control={form.control}
            name="amount_cents"
            render={({ field }) => <MoneyInput {...field} />}
          />
        </Field>
        {pipelines.length > 1 && (
          <Field label={t('crm.board.pipeline')} error={errors.pipeline_id?.message}>
            <Controller
              control={form.control}
              name="pipeline_id"
              render={({ field }) => (
                <Select
                  options={pipelines.map((pipeline) => ({ value: pipeline.id, label: pipeline.name }))}
                  value={field.value ?? standard?.id ?? null}
                  onChange={field.onChange}
                />
              )}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
