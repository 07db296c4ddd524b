import { useNavigate } from '@tanstack/react-router';
import { BookOpen, Keyboard, LogOut, ShieldCheck, UserRound } from 'lucide-react';
import { lazy, type ReactElement, type Ref, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, withTexts } from '@/shared/i18n';
import { choosePreference } from '@/shared/session/preferences';
import { useProfile } from '@/shared/session/useSession';
import { useTheme } from '@/shared/theme/theme';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { logOut } from './arrive';
import { SwitchCompanyItems } from './SwitchCompany';

// Its form would otherwise be loaded with every page.
const SwitchCodeDialog = lazy(() => withTexts(['auth'], () => import('./SwitchCodeDialog')));

export interface ProfileItemsProps {
  trigger: ReactElement;
  button: Ref<HTMLButtonElement>;
  defaultOpen: boolean;
  onKeys: () => void;
}

/** What the picture of the person opens: their companies, how they like the screen, their account. */
export function ProfileItems({ trigger, button, defaultOpen, onKeys }: ProfileItemsProps) {
  const { t } = useTranslation();
  const { user, tenant } = useProfile();
  const theme = useTheme();
  const navigate = useNavigate();
  const [mfaToken, setMfaToken] = useState<string>();
  return (
    <>
      <Menu align="end" trigger={trigger} button={button} defaultOpen={defaultOpen}>
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-sm text-ink-2">{user.email}</p>
          <p className="truncate text-sm text-ink-3">{tenant.name}</p>
        </div>
        <SwitchCompanyItems onCode={setMfaToken} />
        <MenuSeparator />
        <MenuChoice
          label={t('shell.theme')}
          value={theme}
          onChange={(chosen) => void choosePreference({ theme: chosen })}
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
          onChange={(language) => void choosePreference({ locale: language })}
          options={[
            { value: 'pt-BR', label: t('shell.portuguese') },
            { value: 'en', label: t('shell.english') },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon={UserRound} onSelect={() => void navigate({ to: '/settings/profile' })}>
          {t('shell.settings.profile')}
        </MenuItem>
        <MenuItem icon={ShieldCheck} onSelect={() => void navigate({ to: '/settings/security' })}>
          {t('shell.settings.security')}
        </MenuItem>
        <MenuItem icon={Keyboard} shortcut="?" onSelect={onKeys}>
          {t('shell.keys.title')}
        </MenuItem>
        <MenuItem icon={BookOpen} onSelect={() => window.open('/docs/', '_blank', 'noopener')}>
          {t('shell.apiDocs')}
        </MenuItem>
        <MenuItem icon={LogOut} onSelect={() => void logOut()}>
          {t('shell.logout')}
        </MenuItem>
      </Menu>
      <Suspense>
        {mfaToken && <SwitchCodeDialog mfaToken={mfaToken} onClose={() => setMfaToken(undefined)} />}
      </Suspense>
    </>
  );
}
