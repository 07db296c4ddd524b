import { KeyRound, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey } from '@/shared/api/gen';
import { revokeApiKey } from '@/shared/api/gen/api-keys';
import { listApiKeysInfiniteOptions } from '@/shared/api/gen/api-keys/query';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { permissionTexts } from '@/shared/lib/permissionText';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useChosen } from '@/shared/records/useChosen';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { PageBody } from '@/shared/ui/PageBody';
import { toast } from '@/shared/ui/toast';

const NewApiKeyDialog = lazyPart(async () => (await import('./NewApiKeyDialog')).NewApiKeyDialog);
const RotateApiKeyDialog = lazyPart(async () => (await import('./RotateApiKeyDialog')).RotateApiKeyDialog);

const tones = { active: 'paid', expired: 'neutral', revoked: 'overdue' } as const;

/** Keys of programs: what each may do, when it was used last, and ending it. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const canWrite = useCan()('access.api_keys:write');
  const [making, setMaking] = useState(false);
  useShortcut('n', () => setMaking(true), canWrite);
  const query = useRows<ApiKey>(listApiKeysInfiniteOptions({ query: { limit: 100 } }));
  const keys = query.data?.pages.flatMap((page) => page.data);
  const [ending, setEnding] = useChosen(keys);
  const [rotating, setRotating] = useChosen(keys);
  const revoke = useWrite(
    (key: ApiKey) => revokeApiKey({ ...stepOf(key), throwOnError: true }),
    ['api_key'],
    {
      onDone: (_, key) => toast.done(t('apiKeys.keyRevoked'), { detail: key.name }),
    },
  );
  usePartsLater(NewApiKeyDialog, RotateApiKeyDialog);
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setMaking(true)}>
      {t('apiKeys.newKey')}
    </Button>
  );
  // A key with a successor still counts; what matters of it is until when.
  const status = (key: ApiKey) =>
    key.status === 'active' && key.replaced_by_id ? (
      <span title={t('apiKeys.keyUntil', { at: format.dateTime(key.expires_at) })}>
        <Badge tone="attention">{t('apiKeys.keyReplaced')}</Badge>
      </span>
    ) : (
      <Badge tone={tones[key.status]}>{t(`apiKeys.keyStatus.${key.status}`)}</Badge>
    );
  const end = (key: ApiKey) =>
    canWrite &&
    key.status === 'active' && (
      <span className="inline-flex">
        {!key.replaced_by_id && (
          <IconButton
            icon={RefreshCw}
            size="sm"
            label={t('apiKeys.rotateKeyOf', { name: key.name })}
            onClick={() => setRotating(key)}
          />
        )}
        <IconButton
          icon={Trash2}
          size="sm"
          label={t('apiKeys.revokeKeyOf', { name: key.name })}
          onClick={() => setEnding(key)}
        />
      </span>
    );
  return (
    <>
      <SettingsHeader actions={newButton} />
      <PageBody>
        <DataTable
          label={t('shell.settings.apiKeys')}
          query={query}
          columns={[
            { id: 'name', header: t('apiKeys.keyName'), width: '22%', cell: (key) => key.name },
            {
              id: 'prefix',
              header: t('apiKeys.keyPrefix'),
              width: '9rem',
              cell: (key) => <code className="font-mono text-sm">{key.prefix}…</code>,
            },
            {
              id: 'scopes',
              header: t('apiKeys.keyScopes'),
              cell: (key) => {
                const scopes = permissionTexts(key.scopes);
                return <span title={scopes.join('\n')}>{scopes.join(' · ')}</span>;
              },
            },
            {
              id: 'used',
              header: t('apiKeys.keyUsed'),
              width: '10rem',
              hideBelow: 'lg',
              cell: (key) => (
                <span className="tabular">{format.dateTime(key.last_used_at) || t('kit.never')}</span>
              ),
            },
            {
              id: 'expires',
              header: t('apiKeys.keyExpires'),
              width: '10rem',
              hideBelow: 'lg',
              cell: (key) => (
                <span className="tabular">{format.dateTime(key.expires_at) || t('kit.never')}</span>
              ),
            },
            { id: 'status', header: t('kit.status'), width: '7rem', cell: status },
            { id: 'end', header: t('apiKeys.keyActions'), width: '6rem', align: 'right', cell: end },
          ]}
          narrow={(key) => (
            <NarrowRow title={key.name} detail={`${key.prefix}…`} badge={status(key)} aside={end(key)} />
          )}
          empty={
            <EmptyState
              icon={KeyRound}
              title={t('apiKeys.noKeysTitle')}
              text={t('apiKeys.noKeysText')}
              action={newButton}
            />
          }
        />
      </PageBody>
      <Suspense>
        {making && <NewApiKeyDialog onClose={() => setMaking(false)} />}
        {rotating && <RotateApiKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />}
      </Suspense>
      {ending && (
        <ConfirmDialog
          title={t('apiKeys.revokeKeyOf', { name: ending.name })}
          text={t('apiKeys.revokeKeyText')}
          confirm={t('apiKeys.revokeKey')}
          onConfirm={() => revoke.mutateAsync(ending)}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
