import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';

/** Asks for the password before something that only its owner may do, and for a code where both factors are asked for. */
export function PasswordDialog({
  title,
  text,
  confirm,
  danger,
  withCode = false,
  run,
  onClose,
}: {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
  withCode?: boolean;
  run: (password: string, code: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        password: z.string().min(1, t('auth.required')),
        code: withCode ? z.string().trim().min(1, t('auth.required')) : z.string(),
      }),
    ),
    defaultValues: { password: '', code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, ({ password, code }) => run(password, code));
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={title}
      description={text}
      keepOnOutsideClick
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={isSubmitting} onClick={() => void onSubmit()}>
            {confirm}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('account.yourPassword')} error={errors.password?.message}>
          <Input {...form.register('password')} type="password" autoComplete="current-password" />
        </Field>
        {withCode && (
          <Field label={t('account.appOrRecoveryCode')} error={errors.code?.message}>
            <Input {...form.register('code')} autoComplete="one-time-code" className="tabular" />
          </Field>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
