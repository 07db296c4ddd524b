import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { loginSecondFactor } from '@/shared/api/gen/auth';
import { atMost } from '@/shared/forms/atMost';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { arrive, browser } from './arrive';

/** The second factor of the company that was chosen. */
export default function SwitchCodeDialog({ mfaToken, onClose }: { mfaToken: string; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({ code: z.string().trim().min(6, t('auth.second.short')).check(atMost(40, t)) }),
    ),
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ code }) =>
    arrive(
      (
        await loginSecondFactor({
          body: { mfa_token: mfaToken, code },
          headers: browser,
          throwOnError: true,
        })
      ).data,
    ),
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('auth.second.title')}
      description={t('auth.second.text')}
      keepOnOutsideClick
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="primary" busy={isSubmitting} onClick={() => void onSubmit()}>
            {t('auth.login')}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('auth.second.code')} hint={t('auth.second.hint')} error={errors.code?.message}>
          <Input {...form.register('code')} autoComplete="one-time-code" className="tabular" />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
