import { useTranslation } from 'react-i18next';
import type { Team } from '@/shared/api/gen';
import { createTeam, updateTeam } from '@/shared/api/gen/teams';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';

const teamFields = fieldsOf<Team>()({ name: requiredText(80) });

/** The name of a team: of a new one, or of one as it is on the server now. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { field, frame } = useSaveForm({
    fields: teamFields,
    label: () => t('access.teamName'),
    kinds: ['team'],
    create: (body) => createTeam({ body, throwOnError: true }),
    edit: {
      record: team ?? undefined,
      update: (request) => updateTeam({ ...request, throwOnError: true }),
    },
    onDone: (saved) => {
      toast.done(t('access.teamSaved'), { detail: saved.name });
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={team ? t('access.renameTeam', { name: team.name }) : t('access.newTeam')}
      submit={t('kit.save')}
      onClose={onClose}
    >
      {field('name', { wide: true })}
    </FormDialog>
  );
}
