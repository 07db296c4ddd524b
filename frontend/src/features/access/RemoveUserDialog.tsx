import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/shared/api/gen';
import { removeUser } from '@/shared/api/gen/users';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useUserOptions } from '@/shared/pickers/options';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';

const nobody = 'nobody';

/** Who leaves hands its records on; the server says when there are any and nobody was named. */
export function RemoveUserDialog({
  user,
  onRemoved,
  onClose,
}: {
  user: User;
  onRemoved: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const others = useUserOptions().filter((other) => other.value !== user.id);
  const [heir, setHeir] = useState(nobody);
  const remove = useWrite(
    () =>
      removeUser({
        ...stepOf(user),
        query: heir === nobody ? undefined : { reassign_to: heir },
        throwOnError: true,
      }),
    ['user', 'role', 'team'],
    {
      onDone: () => {
        toast.done(t('access.userRemoved'), { detail: user.email });
        onRemoved();
      },
    },
  );
  return (
    <ConfirmDialog
      title={t('access.removeTitle', { name: user.name })}
      text={t('access.removeText')}
      confirm={t('access.remove')}
      onConfirm={() => remove.mutateAsync()}
      onClose={onClose}
    >
      <Field label={t('access.heir')} hint={t('access.heirHint')}>
        <Select
          options={[{ value: nobody, label: t('kit.nobody') }, ...others]}
          value={heir}
          onChange={setHeir}
        />
      </Field>
    </ConfirmDialog>
  );
}
