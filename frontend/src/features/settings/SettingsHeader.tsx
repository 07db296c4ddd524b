import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/useSession';
import { PageHeader } from '@/shared/ui/PageHeader';

const tab =
  'flex h-8 items-center rounded-sm px-3 font-medium text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-neutral-soft aria-[current=page]:text-ink';

export function SettingsHeader({ filters, actions }: { filters?: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <PageHeader
      title={t('settings.title')}
      filters={
        <>
          <nav aria-label={t('settings.sections')} className="flex max-w-full gap-1 overflow-x-auto">
            {can('tenant:read') && (
              <Link to="/settings/company" className={tab}>
                {t('settings.company')}
              </Link>
            )}
            {can('users:read') && (
              <Link to="/settings/users" className={tab}>
                {t('settings.users')}
              </Link>
            )}
            {can('roles:read') && (
              <Link to="/settings/roles" className={tab}>
                {t('settings.rolesTab')}
              </Link>
            )}
            {can('users:read') && (
              <Link to="/settings/teams" className={tab}>
                {t('settings.teams')}
              </Link>
            )}
            {can('api_keys:read') && (
              <Link to="/settings/api-keys" className={tab}>
                {t('settings.apiKeys')}
              </Link>
            )}
            <Link to="/settings/profile" className={tab}>
              {t('settings.profile')}
            </Link>
            <Link to="/settings/security" className={tab}>
              {t('settings.security')}
            </Link>
          </nav>
          {filters}
        </>
      }
      actions={actions}
    />
  );
}
