import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Company } from '@/shared/api/gen';
import { createCompanyMutation } from '@/shared/api/gen/companies/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { cleanTaxId, isTaxId, maskTaxId } from '@/shared/format/taxId';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';

export function NewCompanyDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (company: Company) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation(createCompanyMutation());
  const schema = z.object({
    name: z.string().trim().min(1, t('kit.required')).max(200),
    tax_id: z.string().refine((value) => value === '' || isTaxId(value), t('crm.win.badTaxId')),
    domain: z.string().trim().max(255),
    industry: z.string().trim().max(100),
    phone: z.string().trim().max(40),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', tax_id: '', domain: '', industry: '', phone: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const company = await create.mutateAsync({
      body: {
        name: values.name,
        tax_id: cleanTaxId(values.tax_id) || null,
        domain: values.domain || null,
        industry: values.industry || null,
        phone: values.phone || null,
      },
    });
    void invalidateOperations(client, 'listCompanies');
    toast.done(t('crm.company.created', { name: company.name }));
    onCreated(company);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('crm.company.new')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-company" busy={isSubmitting}>
            {t('crm.company.create')}
          </Button>
        </>
      }
    >
      <form id="new-company" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('crm.company.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} autoComplete="off" />
          </Field>
          <Field label={t('crm.company.taxId')} error={errors.tax_id?.message}>
            <Controller
              control={form.control}
              name="tax_id"
              render={({ field }) => (
                <Input
                  {...field}
                  className="tabular"
                  autoComplete="off"
                  onChange={(event) => field.onChange(maskTaxId(event.currentTarget.value))}
                />
              )}
            />
          </Field>
          <Field label={t('crm.company.industry')} error={errors.industry?.message}>
            <Input {...form.register('industry')} autoComplete="off" />
          </Field>
          <Field label={t('crm.company.domain')} error={errors.domain?.message}>
            <Input {...form.register('domain')} autoComplete="off" placeholder="empresa.com.br" />
          </Field>
          <Field label={t('crm.company.phone')} error={errors.phone?.message}>
            <Input {...form.register('phone')} type="tel" autoComplete="off" />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}
