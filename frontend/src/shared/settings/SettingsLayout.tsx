import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsGroups, visibleSettings } from '@/shared/navigation/settingsPages';
import { useCan } from '@/shared/session/useSession';
import { buttonClass } from '@/shared/ui/Button';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';

/** The pages of the settings at the side; in a menu above them where there is no room for a second column. */
export function SettingsLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const page = useSettingsPage();
  const region = useScrollRegion(t(page?.text ?? 'shell.settings.title'));
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
      <SideMenu />
      <DropMenu />
      <div
        ref={region}
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto pt-2 -outline-offset-2 lg:pt-3"
      >
        {children}
      </div>
    </div>
  );
}

function SideMenu() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <nav
      aria-label={t('shell.settings.sections')}
      className="thin-scroll hidden w-50 shrink-0 overflow-y-auto border-r border-line px-2 py-3 lg:block"
    >
      {visibleSettings(can).map((group) => (
        <section key={group.text} aria-label={t(group.text)} className="mb-3">
          <h2 className="px-2 pb-1 text-sm text-ink-3">{t(group.text)}</h2>
          <ul className="flex flex-col gap-px">
            {group.pages.map((page) => (
              <li key={page.to}>
                <Link
                  to={page.to}
                  className="flex h-8 items-center gap-2.5 rounded-sm px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-on-accent-soft pointer-coarse:h-11"
                >
                  <page.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                  <span className="truncate">{t(page.text)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function DropMenu() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const page = useSettingsPage();
  const groups = visibleSettings(can);
  return (
    <nav aria-label={t('shell.settings.sections')} className="shrink-0 px-4 pt-2.5 md:px-5 lg:hidden">
      <Menu
        trigger={
          <button type="button" className={`${buttonClass()} max-sm:w-full pointer-coarse:h-11`}>
            {page && <page.icon aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />}
            <span className="mr-auto truncate">{page ? t(page.text) : t('shell.settings.title')}</span>
            <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
          </button>
        }
      >
        {groups.map((group, index) => (
          <div key={group.text}>
            {index > 0 && <MenuSeparator />}
            {group.pages.map((one) => (
              <MenuItem
                key={one.to}
                icon={one.icon}
                current={one.to === page?.to}
                onSelect={() => void navigate({ to: one.to })}
              >
                {t(one.text)}
              </MenuItem>
            ))}
          </div>
        ))}
      </Menu>
    </nav>
  );
}

/** The page of the settings that the address names. */
export function useSettingsPage() {
  const { pathname } = useLocation();
  return settingsGroups.flatMap((group) => group.pages).find(({ to }) => pathname === to);
}
