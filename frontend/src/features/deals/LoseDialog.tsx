import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { loseDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, longText, requiredDay, text } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';
import { ReasonChoice } from './ReasonChoice';
import { keepDeal } from './useBoard';
import { useDeal } from './useDeal';
import { useReopen } from './useReopen';

const loss = fieldsOf<{ lost_reason_id: string | null; reason: string | null; lost_on: string }>()(
  { lost_reason_id: text(36), reason: longText(500), lost_on: requiredDay },
  (schema, t) =>
    schema.refine(({ lost_reason_id, reason }) => lost_reason_id || reason.trim(), {
      path: ['reason'],
      message: t('crm.lose.reasonNeeded'),
    }),
);

export default function LoseDialog({ deal: opened, onClose }: { deal: DealSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { deal, present } = useDeal(opened);
  const reopen = useReopen();
  const { form, field, frame } = useSaveForm({
    fields: loss,
    label: (name: 'reason' | 'lost_on') => t(name === 'reason' ? 'crm.lose.note' : 'crm.lose.on'),
    start: { lost_on: format.today() },
    kinds: ['deal'],
    create: (body) => loseDeal({ ...writeTo(present(), body), query: names.deal, throwOnError: true }),
    onDone: (lost) => {
      keepDeal(client, lost);
      toast.info(t('crm.lose.done', { title: deal.title }), {
        actions: [{ label: t('kit.undo'), run: () => reopen.mutate(lost) }],
      });
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('crm.lose.title')}
      description={deal.title}
      submit={t('crm.lose.confirm')}
      onClose={onClose}
    >
      <ReasonChoice
        value={form.watch('lost_reason_id')}
        error={form.formState.errors.lost_reason_id?.message}
        onChange={(id) =>
          form.setValue('lost_reason_id', id, {
            shouldDirty: true,
            shouldValidate: form.formState.isSubmitted,
          })
        }
      />
      {field('reason', { rows: 2, hint: t('crm.lose.noteHint') })}
      {field('lost_on', { wide: true, required: false })}
    </FormDialog>
  );
}
