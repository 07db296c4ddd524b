import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { loginSecondFactor } from '@/shared/api/gen/auth';
import { toProblem } from '@/shared/api/problem';
import { atMost } from '@/shared/forms/atMost';
import { staffSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { AuthPage } from './AuthPage';

interface SecondStepProps {
  mfaToken: string;
  onDone: () => void;
  /** The first step has to be repeated; `late` says that it took too long. */
  onRestart: (late: boolean) => void;
}

/** The second step of a login, as a page of its own. */
export function SecondStepForm(props: SecondStepProps) {
  const { t } = useTranslation();
  return (
    <AuthPage
      title={t('auth.second.title')}
      text={t('auth.second.text')}
      footer={
        <button
          type="button"
          className="font-medium text-accent-ink hover:underline"
          onClick={() => props.onRestart(false)}
        >
          {t('auth.backToLogin')}
        </button>
      }
    >
      <SecondStep {...props} />
    </AuthPage>
  );
}

/** The code of the app, or a recovery code. */
export function SecondStep({ mfaToken, onDone, onRestart }: SecondStepProps) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({ code: z.string().trim().min(6, t('auth.second.short')).check(atMost(40, t)) }),
    ),
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ code }) => {
    try {
      const { data } = await loginSecondFactor({
        body: { mfa_token: mfaToken, code },
        headers: { 'X-Pulso-Client': 'web' },
        throwOnError: true,
      });
      await staffSession.open(data);
      onDone();
    } catch (error) {
      if (toProblem(error).status !== 401) throw error;
      onRestart(true);
    }
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
      <FormError failure={failure} />
      <Field label={t('auth.second.code')} hint={t('auth.second.hint')} error={errors.code?.message}>
        <Input
          {...form.register('code')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="tabular"
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
        {t('auth.login')}
      </Button>
    </form>
  );
}
