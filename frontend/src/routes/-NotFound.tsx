import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/EmptyState';

export function NotFound() {
  const { t } = useTranslation();
  return (
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
  );
}
