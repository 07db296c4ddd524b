import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { Board, Deal, Pipeline } from '@/shared/api/gen';
import { createDealMutation } from '@/shared/api/gen/deals/query';
import { atMost } from '@/shared/forms/atMost';
import { CompanyPicker, ContactPicker, OwnerSelect } from '@/shared/pickers/pickers';
import { useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { MoneyInput } from '@/shared/ui/MoneyInput';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { addCard } from './boardState';

export interface NewDealDialogProps {
  pipeline: Pipeline;
  onClose: () => void;
  onCreated: (deal: Deal) => void;
}

export default function NewDealDialog({ pipeline, onClose, onCreated }: NewDealDialogProps) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const client = useQueryClient();
  const create = useMutation(createDealMutation());
  const [company, setCompany] = useState<ComboboxItem | null>(null);
  const [contact, setContact] = useState<ComboboxItem | null>(null);
  const another = useRef(false);
  const stages = pipeline.stages.filter((stage) => stage.type === 'open');
  const schema = z.object({
    title: z.string().trim().min(1, t('kit.required')).check(atMost(200, t)),
    amount_cents: z.number(t('kit.notMoney')).int().min(0).nullable(),
    stage_id: z.string(),
    owner_id: z.string().nullable(),
    expected_close_on: z.union([z.literal(''), z.iso.date(t('kit.notADate'))]),
    company_id: z.string().nullable(),
    contact_id: z.string().nullable(),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      title: '',
      amount_cents: null as number | null,
      stage_id: stages[0]?.id ?? '',
      owner_id: user.id as string | null,
      expected_close_on: '',
      company_id: null as string | null,
      contact_id: null as string | null,
    },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const deal = await create.mutateAsync({
      body: {
        ...values,
        amount_cents: values.amount_cents ?? 0,
        expected_close_on: values.expected_close_on || null,
        pipeline_id: pipeline.id,
        company_id: company?.id ?? null,
        contact_id: contact?.id ?? null,
      },
    });
    client.setQueriesData<Board>(
      { queryKey: ['board', pipeline.id] },
      (board) => board && addCard(board, deal),
    );
    void changed(client, 'deal');
    if (!another.current) {
      toast.done(t('crm.deal.created', { title: deal.title }));
      onCreated(deal);
      return;
    }
    toast.done(t('crm.deal.created', { title: deal.title }), {
      actions: [{ label: t('kit.open'), run: () => onCreated(deal) }],
    });
    // Stage and owner are most often those of the one before.
    form.reset({ ...form.getValues(), title: '', amount_cents: null, expected_close_on: '' });
    setCompany(null);
    setContact(null);
    form.setFocus('title');
  });

  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={(isDirty || company !== null || contact !== null) && !isSubmitting}
      keepOnOutsideClick
      title={t('shell.new.deal')}
      footer={
        <>
          <DialogCancel />
          {/* No submit button: Enter in a field presses the first of those. */}
          <Button
            disabled={isSubmitting}
            onClick={() => {
              another.current = true;
              void onSubmit();
            }}
          >
            {t('crm.deal.createAnother')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="new-deal"
            busy={isSubmitting}
            onClick={() => {
              another.current = false;
            }}
          >
            {t('crm.deal.create')}
          </Button>
        </>
      }
    >
      <form id="new-deal" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('fields.deal.title')} required error={errors.title?.message} className={wide}>
            <Input {...form.register('title')} autoComplete="off" />
          </Field>
          <Field label={t('fields.deal.company_id')} error={errors.company_id?.message}>
            <CompanyPicker create value={company} onChange={setCompany} />
          </Field>
          <Field label={t('fields.deal.contact_id')} error={errors.contact_id?.message}>
            <ContactPicker create companyId={company?.id} value={contact} onChange={setContact} />
          </Field>
          <Field label={t('fields.deal.amount_cents')} error={errors.amount_cents?.message}>
            <Controller
              control={form.control}
              name="amount_cents"
              render={({ field }) => <MoneyInput {...field} />}
            />
          </Field>
          <Field label={t('fields.deal.expected_close_on')} error={errors.expected_close_on?.message}>
            <Controller
              control={form.control}
              name="expected_close_on"
              render={({ field }) => <DateInput {...field} />}
            />
          </Field>
          <Field label={t('fields.deal.stage_id')} error={errors.stage_id?.message}>
            <Controller
              control={form.control}
              name="stage_id"
              render={({ field }) => (
                <Select
                  options={stages.map((stage) => ({ value: stage.id, label: stage.name }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          </Field>
          <Field label={t('fields.deal.owner_id')} error={errors.owner_id?.message}>
            <Controller
              control={form.control}
              name="owner_id"
              render={({ field }) => (
                <OwnerSelect value={field.value} name={user.name} onChange={field.onChange} />
              )}
            />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}
