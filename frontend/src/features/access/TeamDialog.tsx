import { useTranslation } from 'react-i18next';
import type { Team } from '@/shared/api/gen';
import { createTeam, updateTeam } from '@/shared/api/gen/teams';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { FormDialog, TextField } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredText, type ValuesOf } from '@/shared/forms/fieldKinds';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';

const kinds = { name: requiredText(80) };
const teamFields = fieldsOf<Team>()(kinds);

/** The name of a team: of a new one, or of one as it is on the server now. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useRecordForm(teamFields, team ? teamFields.read(team) : undefined);
  const changes = useForeignChanges(team ?? undefined, teamFields, {
    label: () => t('access.teamName'),
    value: (of, field) => of[field],
  });
  const save = useWrite(
    async (values: ValuesOf<typeof kinds>) =>
      team && changes.opened
        ? await updateTeam({
            ...writeTo(team, teamFields.patch(changes.opened, values)),
            throwOnError: true,
          })
        : await createTeam({ body: teamFields.write(values), throwOnError: true }),
    ['team'],
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    toast.done(t('access.teamSaved'), { detail: saved.name });
    onClose();
  });
  return (
    <FormDialog
      form={form}
      size="sm"
      title={team ? t('access.renameTeam', { name: team.name }) : t('access.newTeam')}
      submit={t('kit.save')}
      failure={failure}
      changes={changes.list}
      onTake={() => {
        if (!team) return;
        form.reset(teamFields.read(team));
        changes.take();
        setFailure(null);
      }}
      {...{ onSubmit, onClose }}
    >
      <TextField form={form} name="name" label={t('access.teamName')} most={80} required wide />
    </FormDialog>
  );
}
