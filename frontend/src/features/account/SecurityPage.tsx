import { useTranslation } from 'react-i18next';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <>
      <SettingsHeader />
      <SettingsBody label={t('shell.settings.security')}>
        <PasswordSection />
        <SecondFactorSection />
        <SessionsSection />
      </SettingsBody>
    </>
  );
}
