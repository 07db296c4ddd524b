import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '@/shared/api/gen';
import { removeLogoMutation, uploadLogoMutation } from '@/shared/api/gen/logo/query';
import { getTenantQueryKey } from '@/shared/api/gen/tenant/query';
import { toProblem } from '@/shared/api/problem';
import { problemText, violationText } from '@/shared/api/problemText';
import { basedOn } from '@/shared/api/version';
import { cx } from '@/shared/lib/cx';
import { CompanyLogo } from '@/shared/records/CompanyLogo';
import { staffSession } from '@/shared/session/session';
import { useCan, useProfile } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Button } from '@/shared/ui/Button';
import { type Failure, FormError } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { logoProblem, logoTypes } from './logoFile';

/** The picture of the company; a change is seen at once, here and in the shell. */
export function LogoSection({ tenant, onStale }: { tenant: Tenant; onStale: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const profile = useProfile();
  const canWrite = useCan()('company.settings:write');
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const upload = useMutation(uploadLogoMutation());
  const remove = useMutation(removeLogoMutation());
  const busy = upload.isPending || remove.isPending;
  const headers = basedOn(tenant.version);

  const change = async (run: () => Promise<Tenant>, done: string) => {
    setFailure(null);
    try {
      const saved = await run();
      client.setQueryData(getTenantQueryKey(), saved);
      staffSession.replaceProfile({ ...profile, tenant: saved });
      toast.done(done);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 412) onStale();
      const text = problemText(problem, t);
      const words = problem.violations.map((violation) => violationText(violation, t)).join(' ');
      setFailure({
        title: text.title,
        detail: problem.status === 413 ? t('company.logoTooLarge') : words || text.detail,
      });
    }
  };
  const take = (file: File | undefined) => {
    if (!file || busy) return;
    const wrong = logoProblem(file);
    if (wrong) setFailure({ title: t('company.logoRefused'), detail: t(`company.${wrong}`) });
    else void change(() => upload.mutateAsync({ body: { file }, headers }), t('company.logoSaved'));
  };

  return (
    <SettingsSection title={t('company.logo')} text={t('company.logoText')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside */}
      <div
        className="flex flex-col gap-3"
        onDragOver={(event) => canWrite && event.preventDefault()}
        onDrop={(event) => {
          if (!canWrite) return;
          event.preventDefault();
          take(event.dataTransfer.files[0]);
        }}
      >
        <div className="flex flex-wrap items-center gap-4">
          <div
            className={cx(
              'flex h-20 w-44 shrink-0 items-center justify-center rounded-md border border-line p-2',
              // A logo is drawn for paper; where there is none yet nothing has to glare in the dark.
              tenant.logo_hash ? 'bg-white' : 'bg-background',
            )}
          >
            {tenant.logo_hash ? (
              <CompanyLogo className="max-h-16 max-w-40" />
            ) : (
              <ImageUp aria-hidden className="size-6 text-ink-3" strokeWidth={1.5} />
            )}
          </div>
          {canWrite && (
            <div className="flex flex-col gap-2">
              <div className="flex flex-wrap gap-2">
                <Button icon={ImageUp} busy={upload.isPending} onClick={() => picker.current?.click()}>
                  {tenant.logo_hash ? t('company.replaceLogo') : t('company.chooseLogo')}
                </Button>
                {tenant.logo_hash && (
                  <Button
                    variant="danger"
                    icon={Trash2}
                    busy={remove.isPending}
                    onClick={() =>
                      void change(() => remove.mutateAsync({ headers }), t('company.logoRemoved'))
                    }
                  >
                    {t('company.removeLogo')}
                  </Button>
                )}
              </div>
              <p className="text-sm text-ink-2">{t('company.logoHint')}</p>
            </div>
          )}
        </div>
        <input
          ref={picker}
          type="file"
          accept={logoTypes.join(',')}
          aria-label={t('company.chooseLogo')}
          className="hidden"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file may be chosen again once it has been mended.
            event.currentTarget.value = '';
          }}
        />
        <FormError failure={failure} />
      </div>
    </SettingsSection>
  );
}
