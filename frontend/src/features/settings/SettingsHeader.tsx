import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/session/useSession';
import { PageHeader } from '@/shared/ui/PageHeader';

const tab =
  'flex h-8 shrink-0 items-center rounded-sm px-3 whitespace-nowrap font-medium text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-neutral-soft aria-[current=page]:text-ink';

export function SettingsHeader({ filters, actions }: { filters?: ReactNode; actions?: ReactNode }) {
  const { t } = useTranslation();
  const can = useCan();
  const tabs = useRef<HTMLElement>(null);
  // On a phone the row scrolls: the page one is on has to be seen in it.
  useEffect(() => {
    tabs.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <PageHeader
      title={t('settings.title')}
      filters={
        <>
          <nav ref={tabs} aria-label={t('settings.sections')} className="flex gap-1 md:flex-wrap">
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
