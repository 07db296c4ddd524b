import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('shell.notFoundTitle')} />
      <EmptyState
        icon={Compass}
        title={t('shell.notFoundTitle')}
        text={t('shell.notFoundText')}
        action={
          <Link to="/" className={buttonClass()}>
            {t('shell.notFoundAction')}
          </Link>
        }
      />
    </>
  );
}

/** An address that leads nowhere, outside the shell. */
export function RootNotFound() {
  return (
    <main className="grid min-h-dvh place-content-center [&_h1]:sr-only">
      <NotFound />
    </main>
  );
}
