import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Contact } from '@/shared/api/gen';
import { createContactMutation } from '@/shared/api/gen/contacts/query';
import { invalidateOperations } from '@/shared/api/invalidate';
import { CompanyPicker } from '@/shared/pickers/pickers';
import { Button } from '@/shared/ui/Button';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';

export function NewContactDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (contact: Contact) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation(createContactMutation());
  const [company, setCompany] = useState<ComboboxItem | null>(null);
  const schema = z.object({
    name: z.string().trim().min(1, t('kit.required')).max(200),
    email: z.string().trim().max(254),
    phone: z.string().trim().max(40),
    position: z.string().trim().max(200),
    company_id: z.string().nullable(),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', email: '', phone: '', position: '', company_id: null as string | null },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const contact = await create.mutateAsync({
      body: {
        name: values.name,
        email: values.email || null,
        phone: values.phone || null,
        position: values.position || null,
        company_id: company?.id ?? null,
      },
    });
    void invalidateOperations(client, 'listContacts');
    toast.done(t('crm.contact.created', { name: contact.name }));
    onCreated(contact);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      title={t('crm.contact.new')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-contact" busy={isSubmitting}>
            {t('crm.contact.create')}
          </Button>
        </>
      }
    >
      <form id="new-contact" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field label={t('crm.contact.name')} required error={errors.name?.message} className={wide}>
            <Input {...form.register('name')} autoComplete="off" />
          </Field>
          <Field label={t('crm.contact.email')} error={errors.email?.message}>
            <Input {...form.register('email')} type="email" autoComplete="off" />
          </Field>
          <Field label={t('crm.contact.phone')} error={errors.phone?.message}>
            <Input {...form.register('phone')} type="tel" autoComplete="off" />
          </Field>
          <Field label={t('crm.contact.company')} error={errors.company_id?.message}>
            <CompanyPicker create value={company} onChange={setCompany} />
          </Field>
          <Field label={t('crm.contact.position')} error={errors.position?.message}>
            <Input {...form.register('position')} autoComplete="off" />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}
