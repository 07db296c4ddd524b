import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { InvitationView, Profile } from '@/shared/api/gen';
import { acceptInvitation, joinByInvitation, lookAtInvitation } from '@/shared/api/gen/invitation-answers';
import { toProblem } from '@/shared/api/problem';
import { atMost } from '@/shared/forms/atMost';
import { staffSession } from '@/shared/session/session';
import { useSession } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { Skeleton } from '@/shared/ui/Skeleton';
import { AuthPage } from './AuthPage';
import { DeadLink } from './DeadLink';
import { PasswordInput } from './PasswordInput';

/** What the link of an invitation opens: who invites, and the way in. */
export function InvitationForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const query = useQuery({
    // The token is a secret: it stays out of the cache's key.
    queryKey: ['invitation', token.slice(0, 24)],
    queryFn: async () => (await lookAtInvitation({ body: { token }, throwOnError: true })).data,
    retry: (count, error) => toProblem(error).status >= 500 && count < 2,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const back = (
    <Link to="/login" className="font-medium text-accent-ink hover:underline">
      {t('auth.backToLogin')}
    </Link>
  );
  if (query.error && toProblem(query.error).status === 400) {
    return (
      <AuthPage title={t('auth.invitation.deadTitle')} text="" footer={back}>
        <DeadLink text={t('auth.invitation.deadText')} />
      </AuthPage>
    );
  }
  if (query.error) {
    return (
      <AuthPage title={t('auth.invitation.loadingTitle')} text="" footer={back}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </AuthPage>
    );
  }
  if (!query.data) {
    return (
      <AuthPage title={t('auth.invitation.loadingTitle')} text="" footer={back}>
        <Skeleton className="h-40 rounded-lg" />
      </AuthPage>
    );
  }
  const invitation = query.data;
  const me = session.status === 'open' ? session.profile : undefined;
  return (
    <AuthPage
      title={t('auth.invitation.title', { company: invitation.company })}
      text={t('auth.invitation.text', { email: invitation.email })}
      footer={back}
    >
      {me && me.user.email === invitation.email ? (
        <JoinAsMe token={token} me={me} onDone={onDone} />
      ) : (
        <JoinByPassword token={token} invitation={invitation} onDone={onDone} />
      )}
    </AuthPage>
  );
}

function JoinByPassword({
  token,
  invitation,
  onDone,
}: {
  token: string;
  invitation: InvitationView;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('auth.required')).check(atMost(200, t)),
        password: z.string().min(8, t('auth.shortPassword')).check(atMost(128, t)),
      }),
    ),
    defaultValues: { name: invitation.name ?? '', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const { data } = await acceptInvitation({
      body: { token, ...values },
      headers: { 'X-Pulso-Client': 'web' },
      throwOnError: true,
    });
    await staffSession.open(data);
    onDone();
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
      <FormError failure={failure} />
      <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" autoFocus />
      </Field>
      <Field label={t('auth.password')} hint={t('auth.passwordHint')} error={errors.password?.message}>
        <PasswordInput {...form.register('password')} autoComplete="new-password" />
      </Field>
      <Button type="submit" variant="primary" busy={isSubmitting} className="h-9">
        {t('auth.invitation.accept')}
      </Button>
      {invitation.has_account && (
        <p className="text-sm text-ink-2">
          {t('auth.invitation.hasAccount')}{' '}
          <Link
            to="/login"
            search={{ next: `/invitation#token=${token}` }}
            className="font-medium text-accent-ink hover:underline"
          >
            {t('auth.invitation.loginFirst')}
          </Link>
        </p>
      )}
    </form>
  );
}

function JoinAsMe({ token, me, onDone }: { token: string; me: Profile; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ defaultValues: {} });
  const { onSubmit, failure } = useSubmit(form, async () => {
    const { data } = await joinByInvitation({
      body: { token },
      headers: { 'X-Pulso-Client': 'web' },
      throwOnError: true,
    });
    await staffSession.open(data);
    onDone();
  });
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <FormError failure={failure} />
      <p className="text-ink-2">{t('auth.invitation.asMe', { name: me.user.name })}</p>
      <Button type="submit" variant="primary" busy={form.formState.isSubmitting} className="h-9">
        {t('auth.invitation.accept')}
      </Button>
    </form>
  );
}
