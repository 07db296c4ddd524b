import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '@/shared/api/gen';
import { requestEmailVerification } from '@/shared/api/gen/profile';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { EmailDialog } from './EmailDialog';

/** The address that logs in, whether it is proved, and changing it. */
export function EmailSection({ profile }: { profile: Profile }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const [sending, setSending] = useState(false);
  const sendLink = async () => {
    setSending(true);
    try {
      await requestEmailVerification({ throwOnError: true });
      toast.done(t('account.linkSent', { email: profile.user.email }));
    } catch (error) {
      tellFailure(error, t);
    } finally {
      setSending(false);
    }
  };
  return (
    <SettingsSection title={t('kit.email')} text={t('account.emailText')}>
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <span className="wrap-anywhere font-medium">{profile.user.email}</span>
          {profile.email_verified ? (
            <Badge tone="paid">
              <BadgeCheck aria-hidden className="size-3.5" /> {t('account.emailVerified')}
            </Badge>
          ) : (
            <Badge tone="attention">{t('account.emailUnverified')}</Badge>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setChanging(true)}>{t('account.changeEmail')}</Button>
          {!profile.email_verified && (
            <Button busy={sending} onClick={() => void sendLink()}>
              {t('account.confirmEmail')}
            </Button>
          )}
        </div>
      </div>
      {changing && <EmailDialog onClose={() => setChanging(false)} />}
    </SettingsSection>
  );
}
