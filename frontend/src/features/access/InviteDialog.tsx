import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { Invitation } from '@/shared/api/gen';
import { createInvitationMutation } from '@/shared/api/gen/invitations/query';
import { atMost } from '@/shared/forms/atMost';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';
import { RoleField } from './UserForm';

/** A mail with a link; who opens it chooses the password. */
export function InviteDialog({
  onClose,
  onNoMail,
}: {
  onClose: () => void;
  /** The invitation is made, and nobody will hear of it by mail. */
  onNoMail: (invitation: Invitation) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const invite = useMutation(createInvitationMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        email: z.email(t('kit.notAnEmail')).check(atMost(254, t)),
        name: z.string().trim().check(atMost(200, t)),
        role: z.string().min(1, t('kit.required')),
      }),
    ),
    defaultValues: { email: '', name: '', role: 'agent' },
  });
  const { errors } = form.formState;
  const role = useWatch({ control: form.control, name: 'role' });
  const { onSubmit, failure } = useSubmit(form, async ({ name, ...values }) => {
    const invitation = await invite.mutateAsync({ body: { ...values, ...(name && { name }) } });
    void changed(client, 'invitation');
    onClose();
    if (invitation.mail === 'not_set_up') onNoMail(invitation);
    else toast.done(t('access.invited'), { detail: invitation.email });
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('access.invite')}
      description={t('access.inviteText')}
      submit={t('access.sendInvitation')}
      onSubmit={onSubmit}
      failure={failure}
    >
      <Field label={t('kit.email')} required error={errors.email?.message} className={wide}>
        <Input {...form.register('email')} type="email" most={254} autoComplete="off" />
      </Field>
      <Field label={t('access.userName')} error={errors.name?.message}>
        <Input {...form.register('name')} most={200} autoComplete="off" />
      </Field>
      <RoleField
        value={role}
        onChange={(next) => form.setValue('role', next, { shouldDirty: true })}
        error={errors.role?.message}
      />
    </FormDialog>
  );
}
