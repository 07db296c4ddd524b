import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SecondFactorSetup } from '@/shared/api/gen';
import { beginSecondFactor, confirmSecondFactor } from '@/shared/api/gen/second-factor';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { PasswordDialog } from './PasswordDialog';

/** Password, then the QR code for the app, then a first code of it. */
export function SecondFactorDialog({
  onDone,
  onClose,
}: {
  onDone: (recoveryCodes: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [setup, setSetup] = useState<SecondFactorSetup>();
  if (!setup) {
    return (
      <PasswordDialog
        title={t('account.enableTitle')}
        text={t('account.enableText')}
        confirm={t('account.next')}
        onClose={onClose}
        run={async (password) =>
          setSetup((await beginSecondFactor({ body: { password }, throwOnError: true })).data)
        }
      />
    );
  }
  return <ScanDialog setup={setup} onDone={onDone} onClose={onClose} />;
}

function ScanDialog({
  setup,
  onDone,
  onClose,
}: {
  setup: SecondFactorSetup;
  onDone: (recoveryCodes: string[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        code: z
          .string()
          .trim()
          .regex(/^\d{6}$/, t('account.sixDigits')),
      }),
    ),
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ code }) => {
    const { data } = await confirmSecondFactor({ body: { code }, throwOnError: true });
    onDone(data.codes);
  });
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('account.scanTitle')}
      description={t('account.scanText')}
      keepOnOutsideClick
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="primary" busy={isSubmitting} onClick={() => void onSubmit()}>
            {t('account.turnOn')}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <img
          src={`data:image/svg+xml,${encodeURIComponent(setup.svg)}`}
          alt={t('account.qrCode')}
          className="size-48 self-center rounded-sm bg-white"
        />
        <p className="text-sm text-ink-2">
          {t('account.typeSecret')}{' '}
          <code className="tabular wrap-anywhere select-all text-ink">
            {setup.secret.replace(/(.{4})(?!$)/g, '$1 ')}
          </code>
        </p>
        <Field label={t('account.appCode')} error={errors.code?.message}>
          <Input
            {...form.register('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="tabular"
          />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
