import { Menu as MenuIcon, Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWaitedFor } from '@/shared/exports/running';
import { withTexts } from '@/shared/i18n';
import { cx } from '@/shared/lib/cx';
import { useLater } from '@/shared/lib/useLater';
import { useShortcut } from '@/shared/lib/useShortcut';
import { IconButton } from '@/shared/ui/IconButton';
import { Kbd } from '@/shared/ui/Kbd';
import { TitleSlot } from '@/shared/ui/PageHeader';
import { later, popups } from '@/shared/ui/popups';
import { ToastRegion } from '@/shared/ui/ToastRegion';
import { OfflineBar } from './OfflineBar';
import { ProfileMenu, profileItems } from './ProfileMenu';
import { SideNav } from './SideNav';

const loadCommands = () => import('./Commands');
const Commands = lazy(loadCommands);
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog'));
const ExportTray = lazy(() => withTexts(['exports'], () => import('@/shared/exports/ExportTray')));
const loadDrawer = () => import('./NavDrawer');
const NavDrawer = lazy(loadDrawer);
const bell = later(() => withTexts(['notifications'], () => import('./Bell')));
/** What the first page can do without, and the second click cannot. */
const loadRest = () => Promise.all([popups.load(), profileItems.load(), loadDrawer(), bell.load()]);
const collapsedKey = 'pulso.nav.collapsed';

function storedCollapsed(): boolean {
  try {
    return localStorage.getItem(collapsedKey) === '1';
  } catch {
    return false;
  }
}

/** Navigation, top bar, and the page between them. */
export function AppShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(storedCollapsed);
  // Loaded on first use, then kept, so that they open at once and fade out.
  const [drawer, setDrawer] = useState<'never' | 'open' | 'closed'>('never');
  const [commands, setCommands] = useState<'never' | 'open' | 'closed'>('never');
  const [keys, setKeys] = useState<'never' | 'open' | 'closed'>('never');
  const [titleSlot, setTitleSlot] = useState<HTMLElement | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Fetched while the K is on its way, so that what is typed after it is not lost.
      if (event.key === 'Control' || event.key === 'Meta') void loadCommands();
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        setCommands((now) => (now === 'open' ? 'closed' : 'open'));
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const exports = useWaitedFor();
  useLater(loadRest);

  const showKeys = () => setKeys('open');
  useShortcut('?', showKeys);

  const toggle = () => {
    setCollapsed(!collapsed);
    try {
      localStorage.setItem(collapsedKey, collapsed ? '0' : '1');
    } catch {
      // The choice lasts until the page is closed.
    }
  };

  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#content"
        className="sr-only z-50 rounded-sm bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('shell.skip')}
      </a>
      <aside
        className={cx(
          'hidden shrink-0 border-r border-line transition-[width] duration-150 md:block',
          collapsed ? 'w-14' : 'w-54',
        )}
      >
        <SideNav collapsed={collapsed} onToggle={toggle} />
      </aside>
      <div className="relative flex min-w-0 flex-1 flex-col">
        <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2 md:gap-3 md:px-5">
          <IconButton
            icon={MenuIcon}
            label={t('shell.openMenu')}
            className="md:hidden"
            onClick={() => setDrawer('open')}
          />
          <div ref={setTitleSlot} className="min-w-0 flex-1" />
          <IconButton
            icon={Search}
            label={t('shell.search')}
            className="md:hidden"
            onClick={() => setCommands('open')}
          />
          <button
            type="button"
            aria-keyshortcuts="Control+K"
            onClick={() => setCommands('open')}
            className="hidden h-7.5 w-64 items-center justify-between rounded-sm border border-line bg-background px-2.5 text-ink-3 hover:border-line-strong md:flex lg:w-70"
          >
            {t('shell.search')}
            <Kbd>Ctrl K</Kbd>
          </button>
          <BellPlace />
          <ProfileMenu onKeys={showKeys} />
        </header>
        <OfflineBar />
        <TitleSlot.Provider value={titleSlot}>
          <main
            id="content"
            tabIndex={-1}
            className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
          >
            {children}
          </main>
        </TitleSlot.Provider>
        {exports.length > 0 && (
          <Suspense>
            <ExportTray ids={exports} />
          </Suspense>
        )}
      </div>
      <ToastRegion />
      {drawer !== 'never' && (
        <Suspense>
          <NavDrawer open={drawer === 'open'} onClose={() => setDrawer('closed')} />
        </Suspense>
      )}
      {commands !== 'never' && (
        <Suspense>
          <Commands open={commands === 'open'} onClose={() => setCommands('closed')} onKeys={showKeys} />
        </Suspense>
      )}
      {keys !== 'never' && (
        <Suspense>
          <ShortcutsDialog open={keys === 'open'} onClose={() => setKeys('closed')} />
        </Suspense>
      )}
    </div>
  );
}

/** It comes once the first page is there, and nothing moves then. */
function BellPlace() {
  const part = bell.use();
  return part ? <part.Bell /> : <span className="size-8 shrink-0" />;
}
