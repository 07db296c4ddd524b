import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { login } from '@/shared/api/gen/auth';
import { toProblem } from '@/shared/api/problem';
import { staffSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { AuthPage } from './AuthPage';
import { PasswordInput } from './PasswordInput';
import { SecondStepForm } from './SecondStepForm';
import { useRegistration } from './useRegistration';

export function LoginForm({ onDone, next }: { onDone: () => void; next?: string }) {
  const { t } = useTranslation();
  const registration = useRegistration();
  const [withTenant, setWithTenant] = useState(false);
  const [mfaToken, setMfaToken] = useState<string>();
  const schema = z.object({
    email: z.string().trim().min(1, t('auth.required')),
    password: z.string().min(1, t('auth.required')),
    tenant: z.string().trim(),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '', password: '', tenant: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure, setFailure } = useSubmit(form, async ({ email, password, tenant }) => {
    try {
      const { data } = await login({
        body: { email, password, ...(tenant ? { tenant } : {}) },
        headers: { 'X-Pulso-Client': 'web' },
        throwOnError: true,
      });
      await staffSession.open(data);
      onDone();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'company_closed') {
        setFailure({ title: t('auth.closed'), detail: t('auth.closedText') });
        return;
      }
      if (problem.status !== 401) throw error;
      if (problem.mfaToken) {
        setMfaToken(problem.mfaToken);
        return;
      }
      setFailure({ title: t('auth.wrong'), detail: '' });
      form.setFocus('password');
    }
  });

  if (mfaToken) {
    return (
      <SecondStepForm
        mfaToken={mfaToken}
        onDone={onDone}
        onRestart={(late) => {
          setMfaToken(undefined);
          form.resetField('password');
          setFailure(late ? { title: t('auth.second.late'), detail: '' } : null);
        }}
      />
    );
  }
  return (
    <AuthPage
      title={t('auth.loginTitle')}
      text={t('auth.loginText')}
      footer={
        <>
          {registration !== 'closed' && (
            <>
              {t('auth.noAccount')}{' '}
              <Link to="/register" search={{ next }} className="font-medium text-accent-ink hover:underline">
                {t('auth.registerLink')}
              </Link>
              <br />
            </>
          )}
          <Link to="/forgot-password" className="font-medium text-accent-ink hover:underline">
            {t('auth.forgot.link')}
          </Link>
          {!withTenant && (
            <>
              <br />
              <button
                type="button"
                className="rounded-[4px] font-medium text-accent-ink hover:underline"
                onClick={() => setWithTenant(true)}
              >
                {t('auth.withTenant')}
              </button>
            </>
          )}
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('auth.email')} error={errors.email?.message}>
          <Input {...form.register('email')} type="email" autoComplete="username" autoFocus />
        </Field>
        <Field label={t('auth.password')} error={errors.password?.message}>
          <PasswordInput {...form.register('password')} autoComplete="current-password" />
        </Field>
        {withTenant && (
          <Field label={t('auth.tenant')} hint={t('auth.tenantHint')} error={errors.tenant?.message}>
            <Input {...form.register('tenant')} autoComplete="organization" autoCapitalize="none" autoFocus />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
          {t('auth.login')}
        </Button>
      </form>
    </AuthPage>
  );
}
