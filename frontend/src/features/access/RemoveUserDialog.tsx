import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/shared/api/gen';
import { removeUser } from '@/shared/api/gen/users';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useUserOptions } from '@/shared/pickers/options';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { type Failure, FormError } from '@/shared/ui/Form';
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
  const [failure, setFailure] = useState<Failure | null>(null);
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
        onClose();
        onRemoved();
      },
      onError: (error) => setFailure(problemText(toProblem(error), t)),
    },
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('access.removeTitle', { name: user.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('access.remove')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('access.removeText')}</p>
        <FormError failure={failure} />
        <Field label={t('access.heir')} hint={t('access.heirHint')}>
          <Select
            options={[{ value: nobody, label: t('kit.nobody') }, ...others]}
            value={heir}
            onChange={setHeir}
          />
        </Field>
      </div>
    </Dialog>
  );
}
