import { Archive, ArchiveRestore, ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LostReason, LostReasonPatch } from '@/shared/api/gen';
import { createLostReason, updateLostReason } from '@/shared/api/gen/lost-reasons';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { cx } from '@/shared/lib/cx';
import { useCan } from '@/shared/session/useSession';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Input } from '@/shared/ui/Input';
import { tellFailure } from '@/shared/ui/tellFailure';

/** Why deals are lost: each change is saved by itself; what was lost for one keeps it. */
export function ReasonsForm({ reasons }: { reasons: readonly LostReason[] }) {
  const { t } = useTranslation();
  const locked = !useCan()('crm.pipelines:write');
  const [name, setName] = useState('');
  const tell = (error: unknown) => tellFailure(error, t);
  const add = useWrite(
    async (body: { name: string }) => (await createLostReason({ body, throwOnError: true })).data,
    ['lost_reason'],
    { onDone: () => setName(''), onError: tell },
  );
  const edit = useWrite(
    async ({ reason, body }: { reason: LostReason; body: LostReasonPatch }) =>
      (await updateLostReason({ ...writeTo(reason, body), throwOnError: true })).data,
    ['lost_reason', 'deal'],
    { onError: tell },
  );
  const offered = reasons.filter(({ archived }) => !archived);
  return (
    <SettingsSection title={t('pipelines.reasons')} text={t('pipelines.reasonsText')}>
      <ul aria-label={t('pipelines.reasons')} className="flex flex-col gap-1.5">
        {reasons.map((reason) => {
          const at = offered.indexOf(reason);
          const place = (by: number) =>
            edit.mutate({ reason, body: { ordinal: offered[at + by]?.ordinal ?? reason.ordinal } });
          return (
            <li key={reason.id} className="flex items-center gap-1.5">
              <Input
                // What others have renamed is shown as they did.
                key={reason.name}
                aria-label={t('pipelines.reasonName')}
                className={cx(reason.archived && 'text-ink-3')}
                defaultValue={reason.name}
                disabled={locked}
                most={100}
                onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
                onBlur={({ currentTarget }) => {
                  const typed = currentTarget.value.trim();
                  if (!typed) currentTarget.value = reason.name;
                  else if (typed !== reason.name) edit.mutate({ reason, body: { name: typed } });
                }}
              />
              {reason.archived && <Badge>{t('pipelines.archived')}</Badge>}
              {!locked && (
                <span className="flex shrink-0">
                  {!reason.archived && (
                    <>
                      <IconButton
                        icon={ArrowUp}
                        size="sm"
                        label={t('pipelines.up', { name: reason.name })}
                        disabled={at <= 0}
                        onClick={() => place(-1)}
                      />
                      <IconButton
                        icon={ArrowDown}
                        size="sm"
                        label={t('pipelines.down', { name: reason.name })}
                        disabled={at === offered.length - 1}
                        onClick={() => place(1)}
                      />
                    </>
                  )}
                  <IconButton
                    icon={reason.archived ? ArchiveRestore : Archive}
                    size="sm"
                    label={t(reason.archived ? 'pipelines.restore' : 'pipelines.archive', {
                      name: reason.name,
                    })}
                    onClick={() => edit.mutate({ reason, body: { archived: !reason.archived } })}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {!locked && (
        <form
          className="mt-3 flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) add.mutate({ name: name.trim() });
          }}
        >
          <Input
            aria-label={t('pipelines.newReason')}
            placeholder={t('pipelines.newReason')}
            value={name}
            most={100}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" busy={add.isPending} disabled={!name.trim()}>
            {t('pipelines.addReason')}
          </Button>
        </form>
      )}
    </SettingsSection>
  );
}
