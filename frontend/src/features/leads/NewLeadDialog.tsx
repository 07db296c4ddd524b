import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Lead } from '@/shared/api/gen';
import { createLeadMutation } from '@/shared/api/gen/leads/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { OwnerSelect } from '@/shared/pickers/pickers';
import { useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input, Textarea } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { TagsInput } from '@/shared/ui/TagsInput';
import { toast } from '@/shared/ui/toast';
import { useSourceOptions } from './useSourceName';

export function NewLeadDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (lead: Lead) => void;
}) {
  const { t } = useTranslation();
  const { user } = useProfile();
  const client = useQueryClient();
  const sources = useSourceOptions();
  const create = useMutation(createLeadMutation());
  const schema = z.object({
    name: z.string().trim().min(1, t('kit.required')).max(200),
    email: z.string().trim().max(254),
    phone: z.string().trim().max(40),
    company_name: z.string().trim().max(200),
    source: z.string(),
    tags: z.array(z.string()),
    owner_id: z.string().nullable(),
    notes: z.string().max(5000),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      name: '',
      email: '',
      phone: '',
      company_name: '',
      source: '',
      tags: [] as string[],
      owner_id: user.id as string | null,
      notes: '',
    },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const lead = await create.mutateAsync({
      body: {
        ...values,
        email: values.email || null,
        phone: values.phone || null,
        company_name: values.company_name || null,
        source: values.source || null,
        notes: values.notes || null,
      },
    });
    void invalidateOperations(client, 'listLeads');
    toast.done(t('crm.lead.created', { name: lead.name }));
    onCreated(lead);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('crm.lead.new')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-lead" busy={isSubmitting}>
            {t('crm.lead.create')}
          </Button>
        </>
      }
    >
      <form id="new-lead" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('crm.lead.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} autoComplete="off" />
          </Field>
          <Field label={t('crm.lead.email')} error={errors.email?.message}>
            <Input {...form.register('email')} type="email" autoComplete="off" />
          </Field>
          <Field label={t('crm.lead.phone')} error={errors.phone?.message}>
            <Input {...form.register('phone')} type="tel" autoComplete="off" />
          </Field>
          <Field label={t('crm.lead.company')} error={errors.company_name?.message}>
            <Input {...form.register('company_name')} autoComplete="off" />
          </Field>
          <Field label={t('crm.lead.source')} error={errors.source?.message}>
            <Controller
              control={form.control}
              name="source"
              render={({ field }) => (
                <Select
                  options={sources}
                  value={field.value || null}
                  onChange={field.onChange}
                  placeholder="—"
                />
              )}
            />
          </Field>
          <Field label={t('crm.lead.owner')} error={errors.owner_id?.message}>
            <Controller
              control={form.control}
              name="owner_id"
              render={({ field }) => (
                <OwnerSelect value={field.value} name={user.name} onChange={field.onChange} />
              )}
            />
          </Field>
          <Field label={t('crm.lead.tags')} error={errors.tags?.message}>
            <Controller
              control={form.control}
              name="tags"
              render={({ field }) => <TagsInput value={field.value} onChange={field.onChange} />}
            />
          </Field>
          <Field label={t('crm.lead.notes')} error={errors.notes?.message} className={wide}>
            <Textarea {...form.register('notes')} />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}
