import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/shared/api/gen';
import { deleteRole } from '@/shared/api/gen/roles';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { type Failure, FormError } from '@/shared/ui/Form';
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
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = useWrite(
    () => deleteRole({ ...stepOf(role), query: { reassign_to: heir }, throwOnError: true }),
    ['role'],
    {
      onDone: () => {
        toast.done(t('access.roleDeleted'), { detail: role.name });
        onClose();
        onDeleted();
      },
      onError: (error) => setFailure(problemText(toProblem(error), t)),
    },
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('access.deleteRoleTitle', { name: role.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('access.deleteRole')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('access.deleteRoleText', { count: role.user_count })}</p>
        <FormError failure={failure} />
        <Field label={t('access.heirRole')}>
          <Select
            options={others.map((other) => ({ value: other.id, label: roleName(t, other.id, other.name) }))}
            value={heir}
            onChange={setHeir}
          />
        </Field>
      </div>
    </Dialog>
  );
}
