import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import { createServiceTypeMutation } from '@/shared/api/gen/portfolio/query';
import { atMost } from '@/shared/forms/atMost';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { codeOf } from './serviceTypeCode';

/** A service type of the tenant's own. */
export function ServiceTypeDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (code: string) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation(createServiceTypeMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('kit.required')).check(atMost(100, t)),
        code: z.string().regex(/^[a-z][a-z0-9_]{1,49}$/, t('portfolio.type.codeInvalid')),
      }),
    ),
    defaultValues: { name: '', code: '' },
  });
  const { errors, dirtyFields } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const type = await create.mutateAsync({ body: values });
    await changed(client, 'service_type');
    onDone(type.code);
  });
  return (
    <FormDialog
      form={form}
      size="sm"
      onClose={onClose}
      title={t('portfolio.type.title')}
      submit={t('portfolio.type.create')}
      onSubmit={onSubmit}
      failure={failure}
    >
      <Field className={wide} label={t('portfolio.type.name')} required error={errors.name?.message}>
        <Input
          {...form.register('name', {
            onChange: (event) => {
              if (!dirtyFields.code) form.setValue('code', codeOf(event.target.value));
            },
          })}
          autoComplete="off"
        />
      </Field>
      <Field
        className={wide}
        label={t('portfolio.type.code')}
        required
        hint={t('portfolio.type.codeHint')}
        error={errors.code?.message}
      >
        <Input {...form.register('code')} autoCapitalize="none" autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
