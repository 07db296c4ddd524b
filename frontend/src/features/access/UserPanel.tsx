import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserCheck, UserMinus, UserX } from 'lucide-react';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { User } from '@/shared/api/gen';
import { disableUser, enableUser, updateUser } from '@/shared/api/gen/users';
import { getUserOptions, getUserQueryKey } from '@/shared/api/gen/users/query';
import { named, names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { TextField } from '@/shared/forms/FormDialog';
import { fieldsOf, id, requiredText, type ValuesOf } from '@/shared/forms/fieldKinds';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { FactList } from '@/shared/ui/FactList';
import { useSubmit } from '@/shared/ui/Form';
import { FormNews } from '@/shared/ui/FormNews';
import { RecordPanel } from '@/shared/ui/RecordPanel';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { RemoveUserDialog } from './RemoveUserDialog';
import { roleName } from './roles';
import { RoleField, TeamField } from './UserForm';

/** One person: what it may do, whether it may log in, and leaving. */
export function UserPanel({ userId, onClose }: { userId: string; onClose: () => void }) {
  const canWrite = useCan()('people.users:write');
  const query = useQuery(getUserOptions(named('user', userId)));
  return (
    <RecordPanel query={query} title={(user) => user.name} subtitle={(user) => user.email} onClose={onClose}>
      {(user) => (
        <div className="flex flex-col gap-5">
          {canWrite ? <UserForm key={user.id} user={user} /> : <Facts user={user} />}
          {canWrite && <Standing user={user} onGone={onClose} />}
        </div>
      )}
    </RecordPanel>
  );
}

function Facts({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <FactList
      facts={[
        { label: t('access.role'), value: roleName(t, user.role, user.custom_role?.name) },
        { label: t('access.team'), value: user.team?.name ?? t('access.noTeam') },
      ]}
    />
  );
}

const kinds = { name: requiredText(200), role: requiredText(80), team_id: id };
const userFields = fieldsOf<User>()(kinds);

function UserForm({ user }: { user: User }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useRecordForm(userFields, userFields.read(user));
  const changes = useForeignChanges(user, userFields, {
    label: (field) =>
      t(field === 'name' ? 'access.userName' : field === 'role' ? 'access.role' : 'access.team'),
    value: (of, field) => {
      if (field === 'team_id') return of.team?.name ?? '';
      return field === 'role' ? roleName(t, of.role, of.custom_role?.name) : of.name;
    },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const [role, teamId] = useWatch({ control: form.control, name: ['role', 'team_id'] });
  useUnsaved(isDirty && !isSubmitting);
  const save = useWrite(
    async (values: ValuesOf<typeof kinds>) =>
      await updateUser({
        ...writeTo(user, userFields.patch(changes.opened ?? user, values)),
        query: names.user,
        throwOnError: true,
      }),
    ['user', 'role', 'team'],
  );
  const begin = (now: User) => {
    form.reset(userFields.read(now));
    changes.take(now);
  };
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    client.setQueryData(getUserQueryKey(named('user', saved.id)), saved);
    begin(saved);
    toast.done(t('access.userSaved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
      <FormNews
        failure={failure}
        changes={changes.list}
        onTake={() => {
          begin(user);
          setFailure(null);
        }}
      />
      <TextField form={form} name="name" label={t('access.userName')} most={200} required />
      <RoleField
        value={role}
        onChange={(next) => form.setValue('role', next, { shouldDirty: true })}
        error={errors.role?.message}
      />
      <TeamField
        value={teamId}
        onChange={(next) => form.setValue('team_id', next, { shouldDirty: true })}
        error={errors.team_id?.message}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
          {t('kit.save')}
        </Button>
      </div>
    </form>
  );
}

function Standing({ user, onGone }: { user: User; onGone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState<'disable' | 'remove' | null>(null);
  const kinds = ['user', 'role', 'team'] as const;
  const disable = useWrite(() => disableUser({ ...stepOf(user), throwOnError: true }), kinds);
  const enable = useWrite(() => enableUser({ ...stepOf(user), throwOnError: true }), kinds, {
    onDone: () => toast.done(t('access.userEnabled')),
    onError: (error) => {
      tellFailure(error, t);
    },
  });
  const active = user.status === 'active';
  const isMe = useProfile().user.id === user.id;
  return (
    <section aria-label={t('access.standing')} className="flex flex-col gap-3 border-t border-line-soft pt-4">
      <p className="text-ink-2">
        {t(active ? 'access.activeText' : 'access.disabledText')}{' '}
        {user.last_login_at && t('access.seen', { when: format.dateTime(user.last_login_at) })}
      </p>
      <div className="flex flex-wrap gap-2">
        {active ? (
          <Button icon={UserX} onClick={() => setAsked('disable')}>
            {t('access.disable')}
          </Button>
        ) : (
          <Button icon={UserCheck} busy={enable.isPending} onClick={() => enable.mutate()}>
            {t('access.enable')}
          </Button>
        )}
        <Button
          icon={UserMinus}
          variant="danger"
          disabled={isMe}
          aria-describedby={isMe ? 'no-removal' : undefined}
          onClick={() => setAsked('remove')}
        >
          {t('access.remove')}
        </Button>
      </div>
      {isMe && (
        <p id="no-removal" className="-mt-1 text-sm text-ink-3">
          {t('access.notYourself')}
        </p>
      )}
      {asked === 'disable' && (
        <ConfirmDialog
          title={t('access.disableTitle', { name: user.name })}
          text={t('access.disableText')}
          confirm={t('access.disable')}
          onConfirm={() => disable.mutateAsync()}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && (
        <RemoveUserDialog user={user} onRemoved={onGone} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
