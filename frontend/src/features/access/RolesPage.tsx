import { useQuery } from '@tanstack/react-query';
import { Lock, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/shared/api/gen';
import { listRolesOptions } from '@/shared/api/gen/roles/query';
import { cx } from '@/shared/lib/cx';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useCan } from '@/shared/session/useSession';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Button } from '@/shared/ui/Button';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { RoleEditor } from './RoleEditor';
import { roleName } from './roles';

export interface RolesSearch {
  /** The role that is shown; `new` for one that is being made. */
  role?: string;
}

/** The roles beside the permissions of one of them. */
export function RolesPage({ search, onSearch }: { search: RolesSearch; onSearch: OnSearch<RolesSearch> }) {
  const { t } = useTranslation();
  const canWrite = useCan()('access.roles:write');
  const query = useQuery(listRolesOptions());
  useShortcut('n', () => onSearch({ role: 'new' }), canWrite);
  const roles = query.data?.data ?? [];
  const making = search.role === 'new' && canWrite;
  const shown = roles.find((role) => role.id === search.role) ?? roles[0];
  return (
    <>
      <SettingsHeader
        actions={
          canWrite && (
            <Button variant="primary" icon={Plus} shortcut="N" onClick={() => onSearch({ role: 'new' })}>
              {t('access.newRole')}
            </Button>
          )
        }
      />
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div className="grid w-full gap-3 px-4 pt-1 pb-6 md:grid-cols-[15rem_minmax(0,1fr)] md:px-5">
          <nav aria-label={t('shell.settings.rolesTab')}>
            <ul className="flex flex-col gap-0.5">
              {roles.map((role) => (
                <li key={role.id}>
                  <RoleButton
                    role={role}
                    current={!making && role.id === shown?.id}
                    onOpen={() => onSearch({ role: role.id })}
                  />
                </li>
              ))}
            </ul>
          </nav>
          {query.data && (shown || making) ? (
            <RoleEditor
              key={making ? 'new' : shown?.id}
              role={making ? null : (shown ?? null)}
              roles={roles}
              permissions={query.data.permissions}
              onOpen={(id) => onSearch({ role: id })}
            />
          ) : (
            <Skeleton className="h-96 rounded-lg" />
          )}
        </div>
      )}
    </>
  );
}

function RoleButton({ role, current, onOpen }: { role: Role; current: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex min-h-9 w-full items-center gap-2 rounded-sm px-3 py-1 text-left hover:bg-hover',
        'aria-[current=page]:bg-neutral-soft aria-[current=page]:font-medium',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{roleName(t, role.id, role.name)}</span>
      {role.built_in && <Lock aria-hidden className="size-3 shrink-0 text-ink-3" />}
      <span className="tabular shrink-0 text-sm text-ink-2">
        {t('access.people', { count: role.user_count })}
      </span>
    </button>
  );
}
