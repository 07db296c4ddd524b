import { useTranslation } from 'react-i18next';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <>
      <SettingsHeader />
      <section
        aria-label={t('settings.security')}
        className="mx-auto flex w-full max-w-4xl flex-col gap-3 px-4 pb-6 md:px-5"
      >
        <PasswordSection />
        <SecondFactorSection />
        <SessionsSection />
      </section>
    </>
  );
}
