import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { resetPassword } from '@/shared/api/gen/recovery';
import { toProblem } from '@/shared/api/problem';
import { atMost } from '@/shared/forms/atMost';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { AuthPage } from './AuthPage';
import { DeadLink } from './DeadLink';
import { PasswordInput } from './PasswordInput';

export function ResetPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [dead, setDead] = useState(token === '');
  const form = useForm({
    resolver: zodResolver(
      z.object({ password: z.string().min(8, t('auth.shortPassword')).check(atMost(128, t)) }),
    ),
    defaultValues: { password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ password }) => {
    try {
      await resetPassword({ body: { token, password }, throwOnError: true });
    } catch (error) {
      if (!toProblem(error).violations.some((violation) => violation.field === 'token')) throw error;
      setDead(true);
      return;
    }
    toast.done(t('auth.reset.done'));
    onDone();
  });
  const back = (
    <Link to="/login" className="font-medium text-accent-ink hover:underline">
      {t('auth.backToLogin')}
    </Link>
  );
  if (dead) {
    return (
      <AuthPage title={t('auth.reset.deadTitle')} text="" footer={back}>
        <DeadLink text={t('auth.reset.deadText')}>
          <Link to="/forgot-password" className="font-medium text-accent-ink hover:underline">
            {t('auth.reset.again')}
          </Link>
        </DeadLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('auth.reset.title')} text={t('auth.reset.text')} footer={back}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('auth.newPassword')} hint={t('auth.passwordHint')} error={errors.password?.message}>
          <PasswordInput {...form.register('password')} autoComplete="new-password" autoFocus />
        </Field>
        <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
          {t('auth.reset.submit')}
        </Button>
      </form>
    </AuthPage>
  );
}
