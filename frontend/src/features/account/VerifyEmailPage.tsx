import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BadgeCheck, Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { confirmEmail } from '@/shared/api/gen/profile';
import { toProblem } from '@/shared/api/problem';
import { staffSession } from '@/shared/session/session';
import { buttonClass } from '@/shared/ui/Button';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';

/** What the link of a verification opens: it confirms at once, for who is logged in. */
export function VerifyEmailPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    // The token is a secret: it stays out of the cache's key.
    queryKey: ['verify-email', token.slice(0, 24)],
    queryFn: async () => {
      const { data } = await confirmEmail({ body: { token }, throwOnError: true });
      staffSession.replaceProfile(data);
      return data;
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const dead = query.error && [400, 409].includes(toProblem(query.error).status);
  return (
    <>
      <PageHeader title={t('account.verifyTitle')} />
      <PageBody>
        <div className="flex max-w-lg flex-col gap-4 p-4">
          {query.isPending ? (
            <p role="status" className="flex flex-col gap-3 text-ink-2">
              {t('account.verifying')}
              <Skeleton className="h-5 w-60" />
            </p>
          ) : dead ? (
            <p role="alert" className="flex items-start gap-2.5">
              <Unlink aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
              {t('account.verifyDead')}
            </p>
          ) : query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <p role="status" className="flex items-start gap-2.5">
              <BadgeCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-paid-ink" />
              {t('account.verifyDone', { email: query.data.user.email })}
            </p>
          )}
          {!query.isPending && (
            <Link to="/settings/profile" className={`${buttonClass()} self-start`}>
              {t('shell.settings.profile')}
            </Link>
          )}
        </div>
      </PageBody>
    </>
  );
}
