import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/shared/api/gen';
import { deleteRole } from '@/shared/api/gen/roles';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { roleName } from './roles';

/** A role in use goes only when its people get another one. */
export function DeleteRoleDialog({
  role,
  others,
  onClose,
  onDeleted,
}: {
  role: Role;
  others: readonly Role[];
  onClose: () => void;
  onDeleted: () => void;
}) {
  const { t } = useTranslation();
  const [heir, setHeir] = useState('viewer');
  const remove = useWrite(
    () => deleteRole({ ...stepOf(role), query: { reassign_to: heir }, throwOnError: true }),
    ['role'],
    {
      onDone: () => {
        toast.done(t('access.roleDeleted'), { detail: role.name });
        onDeleted();
      },
    },
  );
  return (
    <ConfirmDialog
      title={t('access.deleteRoleTitle', { name: role.name })}
      text={t('access.deleteRoleText', { count: role.user_count })}
      confirm={t('access.deleteRole')}
      onConfirm={() => remove.mutateAsync()}
      onClose={onClose}
    >
      <Field label={t('access.heirRole')}>
        <Select
          options={others.map((other) => ({ value: other.id, label: roleName(t, other.id, other.name) }))}
          value={heir}
          onChange={setHeir}
        />
      </Field>
    </ConfirmDialog>
  );
}
