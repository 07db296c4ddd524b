import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserCheck, UserMinus, UserX } from 'lucide-react';
import { useId, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { User } from '@/shared/api/gen';
import {
  disableUserMutation,
  enableUserMutation,
  getUserOptions,
  updateUserMutation,
} from '@/shared/api/gen/users/query';
import { named } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { isStale, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { useUnsaved } from '@/shared/lib/unsaved';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { FactList } from '@/shared/ui/FactList';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { RecordPanel } from '@/shared/ui/RecordPanel';
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
          {canWrite ? (
            // A form of its own for each version: what others have changed is seen, not overlooked.
            <UserForm key={user.version} user={user} onStale={() => void query.refetch()} />
          ) : (
            <Facts user={user} />
          )}
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

function UserForm({ user, onStale }: { user: User; onStale: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const client = useQueryClient();
  const update = useMutation(updateUserMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('kit.required')).max(200),
        role: z.string().min(1),
        team_id: z.string().nullable(),
      }),
    ),
    defaultValues: { name: user.name, role: user.role, team_id: user.team_id ?? null },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const [role, teamId] = useWatch({ control: form.control, name: ['role', 'team_id'] });
  useUnsaved(isDirty && !isSubmitting);
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    try {
      await update.mutateAsync(writeTo(user, values));
      toast.done(t('access.userSaved'));
      await changed(client, 'user', 'role', 'team');
    } catch (error) {
      if (isStale(error)) onStale();
      throw error;
    }
  });
  return (
    <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
      <FormError failure={failure} />
      <Field label={t('access.userName')} required error={errors.name?.message}>
        <Input {...form.register('name')} maxLength={200} autoComplete="off" />
      </Field>
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
  const client = useQueryClient();
  const [asked, setAsked] = useState<'disable' | 'remove' | null>(null);
  const reread = () => changed(client, 'user', 'role', 'team');
  const disable = useMutation(disableUserMutation());
  const enable = useMutation({
    ...enableUserMutation(),
    onSuccess: () => {
      toast.done(t('access.userEnabled'));
      void reread();
    },
    onError: (error) => {
      const text = problemText(toProblem(error), t);
      toast.failed(text.title, failureDetail(toProblem(error), t));
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
          <Button
            icon={UserCheck}
            busy={enable.isPending}
            onClick={() => enable.mutate({ path: { id: user.id } })}
          >
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
          onConfirm={() => disable.mutateAsync({ path: { id: user.id } }).then(reread)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && (
        <RemoveUserDialog
          user={user}
          onRemoved={() => {
            void changed(client, 'user', 'role', 'team');
            onGone();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
