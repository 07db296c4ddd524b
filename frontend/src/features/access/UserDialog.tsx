import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import { createUserMutation } from '@/shared/api/gen/users/query';
import { atMost } from '@/shared/forms/atMost';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';
import { RoleField } from './UserForm';

/** A person of the company with a role and a first password. */
export function UserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation(createUserMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('kit.required')).check(atMost(200, t)),
        email: z.email(t('kit.notAnEmail')).check(atMost(254, t)),
        role: z.string().min(1),
        password: z.string().min(8, t('access.passwordShort')).check(atMost(128, t)),
      }),
    ),
    defaultValues: { name: '', email: '', role: 'agent', password: '' },
  });
  const { errors } = form.formState;
  const role = useWatch({ control: form.control, name: 'role' });
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const user = await create.mutateAsync({ body: values });
    void changed(client, 'user');
    toast.done(t('access.userAdded'), { detail: user.email });
    onClose();
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('access.addUser')}
      submit={t('access.addUser')}
      onSubmit={onSubmit}
      failure={failure}
    >
      <Field label={t('access.userName')} required error={errors.name?.message} className={wide}>
        <Input {...form.register('name')} most={200} autoComplete="off" />
      </Field>
      <Field label={t('kit.email')} required error={errors.email?.message}>
        <Input {...form.register('email')} type="email" most={254} autoComplete="off" />
      </Field>
      <RoleField
        value={role}
        onChange={(next) => form.setValue('role', next, { shouldDirty: true })}
        error={errors.role?.message}
      />
      <Field
        label={t('access.password')}
        required
        hint={t('access.passwordHint')}
        error={errors.password?.message}
        className={wide}
      >
        <Input {...form.register('password')} type="password" most={128} autoComplete="new-password" />
      </Field>
    </FormDialog>
  );
}
