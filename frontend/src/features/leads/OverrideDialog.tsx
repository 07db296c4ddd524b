import { useTranslation } from 'react-i18next';
import type { Lead, ScoreLine, ScoreOverride } from '@/shared/api/gen';
import { overrideLeadScoreLine, withdrawLeadScoreOverride } from '@/shared/api/gen/lead-scores';
import { useWrite } from '@/shared/api/useWrite';
import { basedOn } from '@/shared/api/version';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';

type Typed = { points: string; reason: string };
const fields = fieldsOf<Typed>()({
  points: { ...requiredText(3), control: { as: 'number', digits: 3 } },
  reason: requiredText(500),
});

/** A person decides what a rule gives this lead, and says why. */
export function OverrideDialog({
  lead,
  line,
  title,
  onClose,
}: {
  lead: Lead;
  line: ScoreLine;
  title: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const path = { id: lead.id, rule: line.rule };
  const withdraw = useWrite(
    () => withdrawLeadScoreOverride({ path, headers: basedOn(lead.version), throwOnError: true }),
    ['lead'],
    { onDone: onClose, onError: (error) => tellFailure(error, t) },
  );
  const { field, frame } = useSaveForm({
    fields,
    label: (name: 'points' | 'reason') => t(`crm.score.${name}`),
    start: { points: String(line.points), reason: line.reason ?? '' },
    kinds: ['lead'],
    create: ({ points, reason }) =>
      overrideLeadScoreLine({
        path,
        headers: basedOn(lead.version),
        body: { points: Number(points), reason: reason ?? '' } satisfies ScoreOverride,
        throwOnError: true,
      }),
    onDone: () => {
      toast.done(t('crm.score.decisionSaved'));
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('crm.score.decide', { rule: title })}
      description={t('crm.score.decideText')}
      submit={t('kit.save')}
      onClose={onClose}
    >
      {field('points', { wide: true })}
      {field('reason', { wide: true })}
      {line.overridden && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('crm.score.withdraw', { points: line.computed_points })}
        </Button>
      )}
    </FormDialog>
  );
}
