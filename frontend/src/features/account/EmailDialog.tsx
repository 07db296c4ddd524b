import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changeEmail } from '@/shared/api/gen/profile';
import { Button } from '@/shared/ui/Button';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';

export function EmailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({ email: z.email(t('auth.invalidEmail')), password: z.string().min(1, t('auth.required')) }),
    ),
    defaultValues: { email: '', password: '' },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    await changeEmail({ body: values, throwOnError: true });
    toast.done(t('account.linkSent', { email: values.email }));
    onClose();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      title={t('account.changeEmail')}
      description={t('account.changeEmailText')}
      keepOnOutsideClick
      size="sm"
      footer={
        <>
          <DialogCancel />
          <Button variant="primary" busy={isSubmitting} onClick={() => void onSubmit()}>
            {t('account.sendLink')}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('account.newEmail')} error={errors.email?.message}>
          <Input {...form.register('email')} type="email" autoComplete="email" />
        </Field>
        <Field label={t('account.yourPassword')} error={errors.password?.message}>
          <Input {...form.register('password')} type="password" autoComplete="current-password" />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
