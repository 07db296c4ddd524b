import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Plus, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/shared/api/gen';
import { listUsersInfiniteOptions } from '@/shared/api/gen/@tanstack/react-query.gen';
import { cursorPages } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Avatar } from '@/shared/ui/Avatar';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { SearchBox } from '@/shared/ui/SearchBox';
import { SettingsHeader } from './SettingsHeader';
import { UserDialog } from './UserDialog';

export interface UserSearch {
  q?: string;
  new?: true;
}

export function UsersPage({ search, onSearch }: { search: UserSearch; onSearch: OnSearch<UserSearch> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const me = useProfile().user.id;
  const canWrite = can('users:write');
  useShortcut('n', () => onSearch({ new: true }), canWrite);
  const { q } = search;
  const query = useInfiniteQuery({
    ...listUsersInfiniteOptions({ query: { q, limit: 100 } }),
    ...cursorPages,
    placeholderData: keepPreviousData,
  });
  const role = (user: User) => (
    <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>{t(`settings.roles.${user.role}`)}</Badge>
  );
  return (
    <>
      <SettingsHeader
        filters={
          <SearchBox
            label={t('settings.searchUsers')}
            value={q ?? ''}
            onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
          />
        }
        actions={
          canWrite && (
            <Button variant="primary" icon={Plus} shortcut="N" onClick={() => onSearch({ new: true })}>
              {t('settings.addUser')}
            </Button>
          )
        }
      />
      <PageBody>
        <DataTable
          label={t('settings.usersTable')}
          query={query}
          columns={[
            {
              id: 'name',
              header: t('settings.userName'),
              width: '32%',
              cell: (user) => (
                <span className="flex items-center gap-2">
                  <Avatar name={user.name} />
                  <span className="truncate">{user.name}</span>
                  {user.id === me && <span className="font-normal text-ink-3">{t('settings.you')}</span>}
                </span>
              ),
            },
            { id: 'email', header: t('settings.email'), cell: (user) => user.email },
            { id: 'role', header: t('settings.role'), width: '9rem', cell: role },
            {
              id: 'login',
              header: t('settings.lastLogin'),
              width: '10rem',
              cell: (user) => (
                <span className="tabular">{format.dateTime(user.last_login_at) || t('settings.never')}</span>
              ),
            },
          ]}
          narrow={(user) => <NarrowRow title={user.name} detail={user.email} badge={role(user)} />}
          empty={
            <EmptyState icon={UserX} title={t('settings.noUsersTitle')} text={t('settings.noUsersText')} />
          }
        />
      </PageBody>
      {search.new && canWrite && <UserDialog onClose={() => onSearch({ new: undefined })} />}
    </>
  );
}
