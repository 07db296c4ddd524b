import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import { changePassword } from '@/shared/api/gen/profile';
import { atMost } from '@/shared/forms/atMost';
import { useProfile } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';

export function PasswordSection() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { user } = useProfile();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        current_password: z.string().min(1, t('auth.required')),
        new_password: z.string().min(8, t('auth.shortPassword')).check(atMost(128, t)),
      }),
    ),
    defaultValues: { current_password: '', new_password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    await changePassword({ body: values, throwOnError: true });
    form.reset();
    changed(client, 'session');
    toast.done(t('account.passwordChanged'));
  });
  return (
    <SettingsSection title={t('auth.password')} text={t('account.passwordText')}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <input type="hidden" autoComplete="username" value={user.email} readOnly />
        <FieldGrid>
          <Field label={t('account.currentPassword')} error={errors.current_password?.message}>
            <Input {...form.register('current_password')} type="password" autoComplete="current-password" />
          </Field>
          <Field
            label={t('auth.newPassword')}
            hint={t('auth.passwordHint')}
            error={errors.new_password?.message}
          >
            <Input {...form.register('new_password')} type="password" autoComplete="new-password" />
          </Field>
        </FieldGrid>
        <Button type="submit" busy={isSubmitting} className="self-start">
          {t('account.changePassword')}
        </Button>
      </form>
    </SettingsSection>
  );
}
