import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Forbidden } from './-guard';

const WhomToAsk = lazy(() => import('@/features/access/WhomToAsk'));

export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof Forbidden)
    return (
      <>
        <PageHeader title={t('problem.forbidden')} />
        <EmptyState
          icon={Lock}
          title={t('shell.forbiddenText')}
          text={
            <Suspense fallback={t('problem.forbiddenDetail')}>
              <WhomToAsk />
            </Suspense>
          }
          action={
            <Link to="/" className={buttonClass()}>
              {t('shell.notFoundAction')}
            </Link>
          }
        />
      </>
    );
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
