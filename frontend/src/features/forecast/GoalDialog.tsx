import { useTranslation } from 'react-i18next';
import type { Goal } from '@/shared/api/gen';
import { createGoal, deleteGoal, updateGoal } from '@/shared/api/gen/goals';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredMoney } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';

const goalFields = fieldsOf<Goal>()({ amount_cents: requiredMoney });

/** What somebody aims to sell in a month. */
export function GoalDialog({
  month,
  owner,
  goal,
  onClose,
}: {
  month: string;
  owner: { id: string | null; name?: string };
  goal?: Goal;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field, frame } = useSaveForm({
    fields: goalFields,
    label: () => t('forecast.goal'),
    kinds: ['goal'],
    create: (body) => createGoal({ body: { ...body, owner_id: owner.id ?? '', month }, throwOnError: true }),
    edit: { record: goal, update: (request) => updateGoal({ ...request, throwOnError: true }) },
    onDone: () => {
      toast.done(t('forecast.goalSaved'), { detail: owner.name });
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('forecast.goalOf', { name: owner.name })}
      description={format.longMonth(month)}
      submit={t('kit.save')}
      aside={goal && <TakeBack goal={goal} onDone={onClose} />}
      onClose={onClose}
    >
      {field('amount_cents', { wide: true, hint: t('forecast.goalHint') })}
    </FormDialog>
  );
}

function TakeBack({ goal, onDone }: { goal: Goal; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useWrite(
    async () => void (await deleteGoal({ ...stepOf(goal), throwOnError: true })),
    ['goal'],
    { onDone, onError: (error) => tellFailure(error, t) },
  );
  return (
    <Button variant="ghost" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
      {t('kit.remove')}
    </Button>
  );
}
