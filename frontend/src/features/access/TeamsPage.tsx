import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Team } from '@/shared/api/gen';
import { deleteTeam } from '@/shared/api/gen/teams';
import { listTeamsOptions } from '@/shared/api/gen/teams/query';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useChosen } from '@/shared/records/useChosen';
import { useCan } from '@/shared/session/useSession';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { SettingsHeader } from '@/shared/settings/SettingsHeader';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';
import { TeamDialog } from './TeamDialog';

/** Teams and how many belong to them; who does is said of each user. */
export function TeamsPage() {
  const { t } = useTranslation();
  const canWrite = useCan()('people.users:write');
  const query = useQuery(listTeamsOptions());
  const teams = query.data?.data;
  const [edited, setEdited] = useChosen<Team, 'new'>(teams);
  const [leaving, setLeaving] = useChosen(teams);
  const remove = useWrite((team: Team) => deleteTeam({ ...stepOf(team), throwOnError: true }), ['team']);
  useShortcut('n', () => setEdited('new'), canWrite);
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setEdited('new')}>
      {t('access.newTeam')}
    </Button>
  );
  return (
    <>
      <SettingsHeader actions={newButton} />
      <SettingsBody label={t('shell.settings.teams')}>
        {query.error && !teams ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !teams ? (
          <Skeleton className="h-40 rounded-lg" />
        ) : teams.length === 0 ? (
          <EmptyState
            icon={UsersRound}
            title={t('access.noTeamsTitle')}
            text={t('access.noTeamsText')}
            action={newButton}
          />
        ) : (
          <Card flush>
            <ul className="divide-y divide-line-soft">
              {teams.map((team) => (
                <li key={team.id} className="flex min-h-11 items-center gap-3 px-4">
                  <span className="min-w-0 flex-1 truncate font-medium">{team.name}</span>
                  <span className="tabular text-ink-2">
                    {t('access.people', { count: team.member_count })}
                  </span>
                  {canWrite && (
                    <>
                      <IconButton
                        icon={Pencil}
                        label={t('access.renameTeam', { name: team.name })}
                        onClick={() => setEdited(team)}
                      />
                      <IconButton
                        icon={Trash2}
                        label={t('access.deleteTeamOf', { name: team.name })}
                        onClick={() => setLeaving(team)}
                      />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </SettingsBody>
      {edited && <TeamDialog team={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {leaving && (
        <ConfirmDialog
          title={t('access.deleteTeamOf', { name: leaving.name })}
          text={t('access.deleteTeamText')}
          confirm={t('access.deleteTeam')}
          onConfirm={() => remove.mutateAsync(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
