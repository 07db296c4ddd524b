import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Profile } from '@/shared/api/gen';
import { login } from '@/shared/api/gen/auth';
import { toProblem } from '@/shared/api/problem';
import { askToLose, mayLose } from '@/shared/lib/unsaved';
import { staffSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { PasswordInput } from './PasswordInput';
import { SecondStep } from './SecondStepForm';

const nothing = () => undefined;

/**
 * The session has ended under somebody's work: they sign in again over the page, which stays as it is, and what could not
 * be sent is sent then. Only the same person and company: for anybody else the page begins anew.
 */
export default function SignInAgain({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const formId = useId();
  const client = useQueryClient();
  const [mfaToken, setMfaToken] = useState<string>();
  const form = useForm({ defaultValues: { password: '' } });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure, setFailure } = useSubmit(form, async ({ password }) => {
    try {
      const { data } = await login({
        body: { email: profile.user.email, password, tenant: profile.tenant.slug },
        headers: { 'X-Pulso-Client': 'web' },
        throwOnError: true,
      });
      await staffSession.open(data);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== 401) throw error;
      if (problem.mfaToken) {
        setMfaToken(problem.mfaToken);
        return;
      }
      form.setError('password', { message: t('auth.again.wrong') }, { shouldFocus: true });
    }
  });
  const leave = async () => {
    // What waits to be sent goes with the page, too.
    if (client.isMutating() > 0 ? await askToLose() : await mayLose()) await staffSession.close();
  };
  const other = (
    <Button variant="ghost" onClick={() => void leave()}>
      {t('auth.again.leave')}
    </Button>
  );
  return (
    <Dialog
      open
      // It has no way out but in, or to the login.
      onClose={nothing}
      fixed
      size="sm"
      title={t('auth.again.title')}
      description={t('auth.again.text')}
      footer={
        mfaToken ? (
          other
        ) : (
          <>
            {other}
            <Button variant="primary" type="submit" form={formId} busy={isSubmitting}>
              {t('auth.login')}
            </Button>
          </>
        )
      }
    >
      {mfaToken ? (
        <SecondStep
          mfaToken={mfaToken}
          onDone={nothing}
          onRestart={(late) => {
            setMfaToken(undefined);
            form.reset();
            setFailure(late ? { title: t('auth.second.late'), detail: '' } : null);
          }}
        />
      ) : (
        <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
          <FormError failure={failure} />
          <Field label={t('auth.email')}>
            <Input value={profile.user.email} type="email" autoComplete="username" readOnly />
          </Field>
          <Field label={t('auth.password')} error={errors.password?.message}>
            <PasswordInput
              {...form.register('password', { required: t('auth.required') })}
              autoComplete="current-password"
              autoFocus
            />
          </Field>
        </form>
      )}
    </Dialog>
  );
}
