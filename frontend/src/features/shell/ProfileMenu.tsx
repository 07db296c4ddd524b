import { BookOpen, Keyboard, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, switchLanguage } from '@/shared/i18n';
import { closeSession } from '@/shared/session/session';
import { useProfile } from '@/shared/session/useSession';
import { setTheme, useTheme } from '@/shared/theme/theme';
import { Avatar } from '@/shared/ui/Avatar';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/shared/ui/Menu';

export function ProfileMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const { user, tenant } = useProfile();
  const theme = useTheme();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('shell.account', { name: user.name })}
          className="rounded-full outline-offset-2"
        >
          <Avatar name={user.name} size="md" />
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{user.name}</p>
        <p className="truncate text-sm text-ink-2">{user.email}</p>
        <p className="truncate text-sm text-ink-3">{tenant.name}</p>
      </div>
      <MenuSeparator />
      <MenuChoice
        label={t('shell.theme')}
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: t('shell.themeSystem') },
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
        ]}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('shell.language')}
        value={currentLanguage()}
        onChange={(language) => void switchLanguage(language)}
        options={[
          { value: 'pt-BR', label: t('shell.portuguese') },
          { value: 'en', label: t('shell.english') },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={Keyboard} shortcut="?" onSelect={onKeys}>
        {t('shell.keys.title')}
      </MenuItem>
      <MenuItem icon={BookOpen} onSelect={() => window.open('/docs/', '_blank', 'noopener')}>
        {t('shell.apiDocs')}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => void closeSession()}>
        {t('shell.logout')}
      </MenuItem>
    </Menu>
  );
}
