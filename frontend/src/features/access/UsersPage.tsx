import { MailPlus, Plus, UserX } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation, User } from '@/shared/api/gen';
import { listUsersInfiniteOptions } from '@/shared/api/gen/users/query';
import { names } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useRows } from '@/shared/records/useRows';
import { useCan, useProfile } from '@/shared/session/useSession';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Avatar } from '@/shared/ui/Avatar';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Invitations } from './Invitations';
import { roleName } from './roles';
import { useRoleOptions, useTeamOptions } from './useRoles';

const UserPanel = lazyPart(async () => (await import('./UserPanel')).UserPanel);
const InviteDialog = lazyPart(async () => (await import('./InviteDialog')).InviteDialog);
const UserDialog = lazyPart(async () => (await import('./UserDialog')).UserDialog);
const InvitationLinkDialog = lazyPart(
  async () => (await import('./InvitationLinkDialog')).InvitationLinkDialog,
);

export interface UserSearch {
  q?: string;
  role?: string;
  team?: string;
  status?: 'active' | 'disabled';
  id?: string;
  new?: true;
  invite?: true;
}

export function UsersPage({ search, onSearch }: { search: UserSearch; onSearch: OnSearch<UserSearch> }) {
  const { t } = useTranslation();
  usePartsLater(UserPanel, InviteDialog, UserDialog, InvitationLinkDialog);
  const format = useFormat();
  const can = useCan();
  const me = useProfile().user.id;
  const canWrite = can('people.users:write');
  const [linked, setLinked] = useState<Invitation | null>(null);
  useShortcut('n', () => onSearch({ invite: true }), canWrite);
  const { q, role: ofRole, team, status } = search;
  const roles = useRoleOptions();
  const teams = useTeamOptions();
  const query = useRows<User>(
    listUsersInfiniteOptions({
      query: {
        q,
        role: ofRole,
        team_id: team,
        status: status && [status],
        sort: 'name',
        limit: 100,
        ...names.user,
      },
    }),
  );
  const role = (user: User) => (
    <span className="flex items-center gap-1.5">
      <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>
        {roleName(t, user.role, user.custom_role?.name)}
      </Badge>
      {user.status === 'disabled' && <Badge tone="overdue">{t('permissions.statuses.disabled')}</Badge>}
    </span>
  );
  return (
    <>
      <SettingsHeader
        filters={
          <>
            <SearchBox
              label={t('access.searchUsers')}
              value={q ?? ''}
              onChange={(words) => onSearch({ q: words || undefined }, { replace: true })}
            />
            <FilterChip
              label={t('access.role')}
              value={ofRole ?? ''}
              onChange={(value) => onSearch({ role: value || undefined })}
              options={roles}
            />
            {teams.length > 0 && (
              <FilterChip
                label={t('access.team')}
                allLabel={t('kit.allFeminine')}
                value={team ?? ''}
                onChange={(value) => onSearch({ team: value || undefined })}
                options={teams}
              />
            )}
            <FilterChip
              label={t('kit.status')}
              allLabel={t('kit.allFeminine')}
              value={status ?? ''}
              onChange={(value) => onSearch({ status: value || undefined })}
              options={[
                { value: 'active', label: t('permissions.statuses.active') },
                { value: 'disabled', label: t('permissions.statuses.disabled') },
              ]}
            />
          </>
        }
        actions={
          canWrite && (
            <>
              <Button variant="ghost" icon={Plus} onClick={() => onSearch({ new: true })}>
                {t('access.addUser')}
              </Button>
              <Button
                variant="primary"
                icon={MailPlus}
                shortcut="N"
                onClick={() => onSearch({ invite: true })}
              >
                {t('access.invite')}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        {canWrite && <Invitations onLink={setLinked} />}
        <DataTable
          label={t('access.usersTable')}
          query={query}
          onOpen={(user) => onSearch({ id: user.id })}
          openId={search.id}
          columns={[
            {
              id: 'name',
              header: t('access.userName'),
              width: '26%',
              cell: (user) => (
                <span className="flex items-center gap-2">
                  <Avatar name={user.name} />
                  <span className="truncate">{user.name}</span>
                  {user.id === me && <span className="font-normal text-ink-3">{t('access.you')}</span>}
                </span>
              ),
            },
            { id: 'email', header: t('kit.email'), cell: (user) => user.email },
            { id: 'role', header: t('access.role'), width: '9rem', cell: role },
            {
              id: 'team',
              header: t('access.team'),
              width: '9rem',
              hideBelow: 'lg',
              cell: (user) => user.team?.name,
            },
            {
              id: 'login',
              header: t('access.lastLogin'),
              width: '10rem',
              cell: (user) => (
                <span className="tabular">{format.dateTime(user.last_login_at) || t('kit.never')}</span>
              ),
            },
          ]}
          narrow={(user) => <NarrowRow title={user.name} detail={user.email} badge={role(user)} />}
          empty={<EmptyState icon={UserX} title={t('access.noUsersTitle')} text={t('access.noUsersText')} />}
        />
      </PageBody>
      <Suspense>
        {search.id && (
          <UserPanel key={search.id} userId={search.id} onClose={() => onSearch({ id: undefined })} />
        )}
        {search.invite && canWrite && (
          <InviteDialog onClose={() => onSearch({ invite: undefined })} onNoMail={setLinked} />
        )}
        {linked && <InvitationLinkDialog invitation={linked} onClose={() => setLinked(null)} />}
        {search.new && canWrite && <UserDialog onClose={() => onSearch({ new: undefined })} />}
      </Suspense>
    </>
  );
}
