import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { register as registerCompany } from '@/shared/api/gen/auth';
import { atMost } from '@/shared/forms/atMost';
import { staffSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { AuthPage } from './AuthPage';
import { PasswordInput } from './PasswordInput';
import { slugOf } from './slug';
import { useRegistration } from './useRegistration';

export function RegisterForm({ onDone, next }: { onDone: () => void; next?: string }) {
  const { t } = useTranslation();
  const required = z.string().trim().min(1, t('auth.required')).check(atMost(200, t));
  const schema = z.object({
    company_name: required,
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, t('auth.invalidSlug')),
    name: required,
    email: z.email(t('auth.invalidEmail')),
    password: z.string().min(8, t('auth.shortPassword')).check(atMost(128, t)),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { company_name: '', slug: '', name: '', email: '', password: '' },
  });
  const { errors, isSubmitting, dirtyFields } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const { data } = await registerCompany({
      body: values,
      headers: { 'X-Pulso-Client': 'web' },
      throwOnError: true,
    });
    await staffSession.open(data);
    onDone();
  });

  const closed = useRegistration() === 'closed';
  return (
    <AuthPage
      title={t('auth.registerTitle')}
      text={closed ? t('auth.registerClosed') : t('auth.registerText')}
      footer={
        <>
          {t('auth.hasAccount')}{' '}
          <Link to="/login" search={{ next }} className="font-medium text-accent-ink hover:underline">
            {t('auth.loginLink')}
          </Link>
        </>
      }
    >
      {!closed && (
        <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
          <FormError failure={failure} />
          <Field label={t('auth.companyName')} error={errors.company_name?.message}>
            <Input
              {...form.register('company_name', {
                onChange: (event) => {
                  if (!dirtyFields.slug) form.setValue('slug', slugOf(event.target.value));
                },
              })}
              autoComplete="organization"
              autoFocus
            />
          </Field>
          <Field label={t('auth.slug')} hint={t('auth.slugHint')} error={errors.slug?.message}>
            <Input {...form.register('slug')} autoCapitalize="none" autoComplete="off" />
          </Field>
          <Field label={t('auth.name')} error={errors.name?.message}>
            <Input {...form.register('name')} autoComplete="name" />
          </Field>
          <Field label={t('auth.email')} error={errors.email?.message}>
            <Input {...form.register('email')} type="email" autoComplete="username" />
          </Field>
          <Field label={t('auth.password')} hint={t('auth.passwordHint')} error={errors.password?.message}>
            <PasswordInput {...form.register('password')} autoComplete="new-password" />
          </Field>
          <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
            {t('auth.register')}
          </Button>
        </form>
      )}
    </AuthPage>
  );
}
