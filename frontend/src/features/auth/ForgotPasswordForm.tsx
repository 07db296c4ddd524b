import { zodResolver } from '@hookform/resolvers/zod';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { forgotPassword } from '@/shared/api/gen/recovery';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { AuthPage } from './AuthPage';

export function ForgotPasswordForm() {
  const { t } = useTranslation();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    resolver: zodResolver(z.object({ email: z.email(t('auth.invalidEmail')) })),
    defaultValues: { email: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ email }) => {
    await forgotPassword({ body: { email }, throwOnError: true });
    setSentTo(email);
  });
  return (
    <AuthPage
      title={sentTo ? t('auth.forgot.sentTitle') : t('auth.forgot.title')}
      text={sentTo ? '' : t('auth.forgot.text')}
      footer={
        <Link to="/login" className="font-medium text-accent-ink hover:underline">
          {t('auth.backToLogin')}
        </Link>
      }
    >
      {sentTo ? (
        <div role="status" className="flex items-start gap-2.5">
          <MailCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
          <p className="wrap-anywhere">{t('auth.forgot.sent', { email: sentTo })}</p>
        </div>
      ) : (
        <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
          <FormError failure={failure} />
          <Field label={t('auth.email')} error={errors.email?.message}>
            <Input {...form.register('email')} type="email" autoComplete="username" autoFocus />
          </Field>
          <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
            {t('auth.forgot.submit')}
          </Button>
        </form>
      )}
    </AuthPage>
  );
}
