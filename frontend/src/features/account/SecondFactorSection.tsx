import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '@/shared/api/gen';
import { getProfile } from '@/shared/api/gen/profile';
import { disableSecondFactor, renewRecoveryCodes } from '@/shared/api/gen/second-factor';
import { staffSession } from '@/shared/session/session';
import { useProfile } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { toast } from '@/shared/ui/toast';
import { PasswordDialog } from './PasswordDialog';
import { RecoveryCodesDialog } from './RecoveryCodesDialog';
import { SecondFactorDialog } from './SecondFactorDialog';

type Step = 'enable' | 'renew' | 'disable' | { codes: string[] };

/** The authenticator app: turning it on and off, and the recovery codes. */
export function SecondFactorSection() {
  const { t } = useTranslation();
  const { second_factor: on, recovery_codes_left: left } = useProfile();
  const [step, setStep] = useState<Step>();
  const close = () => setStep(undefined);
  const changed = async (): Promise<Profile> => {
    const { data } = await getProfile({ throwOnError: true });
    staffSession.replaceProfile(data);
    return data;
  };
  return (
    <SettingsSection title={t('account.secondFactor')} text={t('account.secondFactorText')}>
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2">
          {on ? (
            <>
              <Badge tone="paid">
                <ShieldCheck aria-hidden className="size-3.5" /> {t('account.secondFactorOn')}
              </Badge>
              <span className={left < 3 ? 'text-attention-ink' : 'text-ink-2'}>
                {t('account.codesLeft', { count: left })}
              </span>
            </>
          ) : (
            <Badge tone="neutral">{t('account.secondFactorOff')}</Badge>
          )}
        </p>
        <div className="flex flex-wrap gap-2">
          {on ? (
            <>
              <Button onClick={() => setStep('renew')}>{t('account.renewCodes')}</Button>
              <Button variant="danger" onClick={() => setStep('disable')}>
                {t('account.turnOff')}
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => setStep('enable')}>
              {t('account.turnOn')}
            </Button>
          )}
        </div>
      </div>
      {step === 'enable' && (
        <SecondFactorDialog
          onClose={close}
          onDone={(codes) => {
            setStep({ codes });
            void changed();
          }}
        />
      )}
      {step === 'renew' && (
        <PasswordDialog
          title={t('account.renewCodes')}
          text={t('account.renewCodesText')}
          confirm={t('account.renewCodes')}
          withCode
          onClose={close}
          run={async (password, code) => {
            const { data } = await renewRecoveryCodes({ body: { password, code }, throwOnError: true });
            await changed();
            setStep({ codes: data.codes });
          }}
        />
      )}
      {step === 'disable' && (
        <PasswordDialog
          title={t('account.turnOffTitle')}
          text={t('account.turnOffText')}
          confirm={t('account.turnOff')}
          danger
          withCode
          onClose={close}
          run={async (password, code) => {
            await disableSecondFactor({ body: { password, code }, throwOnError: true });
            await changed();
            close();
            toast.done(t('account.turnedOff'));
          }}
        />
      )}
      {typeof step === 'object' && <RecoveryCodesDialog codes={step.codes} onClose={close} />}
    </SettingsSection>
  );
}
