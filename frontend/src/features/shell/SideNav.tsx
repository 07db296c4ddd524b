import { Link, useLocation } from '@tanstack/react-router';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/shared/lib/cx';
import { settingsGroups } from '@/shared/navigation/settingsPages';
import { CompanyLogo } from '@/shared/records/CompanyLogo';
import { useCan, useProfile } from '@/shared/session/useSession';
import { IconButton } from '@/shared/ui/IconButton';
import { Logo } from '@/shared/ui/Logo';
import { visibleNavigation } from './navigation';

export interface SideNavProps {
  collapsed?: boolean;
  /** Absent in the drawer, which closes instead of collapsing. */
  onToggle?: () => void;
  onNavigate?: () => void;
}

export function SideNav({ collapsed, onToggle, onNavigate }: SideNavProps) {
  const { t } = useTranslation();
  const profile = useProfile();
  const can = useCan();
  const { pathname } = useLocation();
  const inSettings = settingsGroups.some(({ pages }) => pages.some(({ to }) => to === pathname));
  const [speaksForItself, setSpeaksForItself] = useState(false);
  return (
    <div className="flex h-full flex-col">
      <div className={cx('flex h-12 shrink-0 items-center gap-2', collapsed ? 'justify-center' : 'px-4')}>
        {profile.tenant.logo_hash ? (
          <>
            <CompanyLogo
              className={collapsed ? 'size-8 p-0.5' : 'h-8 max-w-36 p-0.5'}
              onWide={setSpeaksForItself}
            />
            {!collapsed && !speaksForItself && (
              <span className="truncate font-semibold" title={profile.tenant.name}>
                {profile.tenant.name}
              </span>
            )}
          </>
        ) : (
          <>
            <Logo />
            {!collapsed && (
              <>
                <span className="text-[0.9375rem] font-semibold tracking-tight">{t('app.name')}</span>
                <span className="ml-auto truncate text-sm text-ink-3" title={profile.tenant.name}>
                  {profile.tenant.name}
                </span>
              </>
            )}
          </>
        )}
      </div>
      <nav aria-label={t('shell.nav.label')} className="thin-scroll min-h-0 flex-1 overflow-y-auto px-2 py-2">
        {visibleNavigation(can).map((group) => (
          <section key={group.text} className="mb-3.5" aria-label={t(`shell.nav.${group.text}`)}>
            {collapsed ? (
              <div aria-hidden className="mx-2 mb-2 h-px bg-line first:hidden" />
            ) : (
              <h2 className="px-2 pt-1 pb-1.5 text-sm text-ink-3">{t(`shell.nav.${group.text}`)}</h2>
            )}
            <ul className="flex flex-col gap-px">
              {group.items.map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    onClick={onNavigate}
                    // Some pages of the settings have addresses of their own.
                    aria-current={item.to === '/settings' && inSettings ? 'page' : undefined}
                    title={collapsed ? t(`shell.nav.${item.text}`) : undefined}
                    aria-label={collapsed ? t(`shell.nav.${item.text}`) : undefined}
                    className={cx(
                      'flex h-8 items-center gap-2.5 rounded-md border border-transparent text-ink-2 hover:text-ink pointer-coarse:h-11',
                      'aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink',
                      collapsed ? 'justify-center' : 'px-2',
                    )}
                  >
                    <item.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                    {!collapsed && <span className="truncate">{t(`shell.nav.${item.text}`)}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {onToggle && (
        <div className={cx('p-2', collapsed && 'flex justify-center')}>
          <IconButton
            icon={collapsed ? PanelLeftOpen : PanelLeftClose}
            label={collapsed ? t('shell.expand') : t('shell.collapse')}
            aria-expanded={!collapsed}
            onClick={onToggle}
          />
        </div>
      )}
    </div>
  );
}
