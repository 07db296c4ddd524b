import { useNavigate } from '@tanstack/react-router';
import { BookOpen, Keyboard, Languages, LogOut, Moon, Sun, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '@/shared/i18n';
import { visibleSettings } from '@/shared/navigation/settingsPages';
import { resources } from '@/shared/resources';
import { choosePreference } from '@/shared/session/preferences';
import { useCan } from '@/shared/session/useSession';
import type { Command, CommandGroup } from '@/shared/ui/CommandPalette';
import { logOut } from './arrive';
import { visibleNavigation } from './navigation';
import { recents, remember } from './recents';

export function useCommands(onKeys: () => void): CommandGroup[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const can = useCan();
  const main: Command[] = visibleNavigation(can).flatMap((group) =>
    group.items.map((item) => ({
      id: item.to,
      label: t(`shell.nav.${item.text}`),
      keywords: t(`shell.nav.${group.text}`),
      icon: item.icon,
      run: () => void navigate({ to: item.to }),
    })),
  );
  const settings: Command[] = visibleSettings(can)
    .flatMap((group) => group.pages)
    .map((page) => ({
      id: page.to,
      label: t(page.text),
      keywords: t('shell.settings.title'),
      icon: page.icon,
      run: () => void navigate({ to: page.to }),
    }));
  const other = currentLanguage() === 'en' ? 'pt-BR' : 'en';
  const actions: Command[] = [
    ...resources
      .filter(({ write }) => can(write))
      .map(({ kind, icon, create }) => ({
        id: `new-${kind}`,
        label: t(create.text),
        icon,
        run: () => void navigate(create.at as never),
      })),
    {
      id: 'language',
      label: `${t('shell.language')}: ${other === 'en' ? t('shell.english') : t('shell.portuguese')}`,
      keywords: 'language idioma',
      icon: Languages,
      run: () => void choosePreference({ locale: other }),
    },
    {
      id: 'light',
      label: `${t('shell.theme')}: ${t('shell.themeLight')}`,
      keywords: 'light',
      icon: Sun,
      run: () => void choosePreference({ theme: 'light' }),
    },
    {
      id: 'dark',
      label: `${t('shell.theme')}: ${t('shell.themeDark')}`,
      keywords: 'dark',
      icon: Moon,
      run: () => void choosePreference({ theme: 'dark' }),
    },
    {
      id: 'system',
      label: `${t('shell.theme')}: ${t('shell.themeSystem')}`,
      icon: SunMoon,
      run: () => void choosePreference({ theme: 'system' }),
    },
    { id: 'keys', label: t('shell.keys.title'), icon: Keyboard, shortcut: '?', run: onKeys },
    {
      id: 'docs',
      label: t('shell.apiDocs'),
      keywords: 'swagger openapi',
      icon: BookOpen,
      run: () => void window.open('/docs/', '_blank', 'noopener'),
    },
    { id: 'logout', label: t('shell.logout'), icon: LogOut, run: () => void logOut() },
  ];
  const all = [...actions, ...main, ...settings].map((command) => ({
    ...command,
    run: () => {
      remember(command.id);
      command.run();
    },
  }));
  // What one does again and again comes first, then what one can do; where one can go stands in the menu already.
  const recent = recents().flatMap((id) => all.find((command) => command.id === id) ?? []);
  const rest = all.filter((command) => !recent.includes(command));
  const isAction = (command: Command) => !command.id.startsWith('/');
  return [
    { value: t('shell.recent'), items: recent },
    { value: t('shell.actions'), items: rest.filter(isAction) },
    { value: t('shell.goTo'), items: rest.filter((command) => !isAction(command)) },
  ].filter((group) => group.items.length > 0);
}
