import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { SessionInfo } from '@/shared/api/gen';
import { revokeOtherSessions, revokeSession } from '@/shared/api/gen/sessions';
import { listSessionsOptions } from '@/shared/api/gen/sessions/query';
import { deviceName } from '@/shared/format/deviceName';
import { useFormat } from '@/shared/format/useFormat';
import { SettingsSection } from '@/shared/settings/SettingsSection';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';

/** Where the person is logged in, and logging out there. */
export function SessionsSection() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(listSessionsOptions());
  const [ending, setEnding] = useState<SessionInfo | 'others'>();
  const sessions = query.data?.data ?? [];
  const name = (session: SessionInfo) => deviceName(session.user_agent) || t('account.unknownDevice');
  const end = async (target: SessionInfo | 'others') => {
    if (target === 'others') await revokeOtherSessions({ throwOnError: true });
    else await revokeSession({ path: { id: target.id }, throwOnError: true });
    await changed(client, 'session');
    toast.done(target === 'others' ? t('account.othersEnded') : t('account.sessionEnded'));
  };
  return (
    <SettingsSection title={t('account.sessions')} text={t('account.sessionsText')}>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <div className="flex flex-col gap-3">
          <ul className="flex flex-col">
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                name={name(session)}
                onEnd={() => setEnding(session)}
              />
            ))}
          </ul>
          {sessions.length > 1 && (
            <Button className="self-start" onClick={() => setEnding('others')}>
              {t('account.endOthers')}
            </Button>
          )}
        </div>
      ) : (
        <Skeleton className="h-28 rounded-lg" />
      )}
      {ending && (
        <ConfirmDialog
          title={ending === 'others' ? t('account.endOthers') : t('account.endSession')}
          text={
            ending === 'others'
              ? t('account.endOthersText')
              : t('account.endSessionText', { device: name(ending) })
          }
          confirm={t('account.end')}
          onConfirm={() => end(ending)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </SettingsSection>
  );
}

function SessionRow({ session, name, onEnd }: { session: SessionInfo; name: string; onEnd: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = /iPhone|Android/.test(name) ? Smartphone : Laptop;
  return (
    <li className="flex items-center gap-3 border-b border-line-soft py-2 first:pt-0 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {session.current && <Badge tone="accent">{t('account.thisDevice')}</Badge>}
        </p>
        <p className="tabular truncate text-sm text-ink-2">
          {[session.address, t('account.lastUsed', { when: format.dateTime(session.last_used_at) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!session.current && (
        <Button size="sm" onClick={onEnd} aria-label={t('account.endSessionOf', { device: name })}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}
