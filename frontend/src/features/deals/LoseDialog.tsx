import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { loseDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredDay, requiredNotes } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';
import { keepDeal } from './useBoard';
import { useDeal } from './useDeal';
import { useReopen } from './useReopen';

const usual = ['price', 'competitor', 'silence', 'budget', 'timing', 'noFit'] as const;
const loss = fieldsOf<{ reason: string; lost_on: string }>()({
  reason: requiredNotes(500, (t) => t('crm.lose.reasonNeeded')),
  lost_on: requiredDay,
});

export default function LoseDialog({ deal: opened, onClose }: { deal: DealSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { deal, present } = useDeal(opened);
  const reopen = useReopen();
  const { form, field, frame } = useSaveForm({
    fields: loss,
    label: (name: 'reason' | 'lost_on') => t(name === 'reason' ? 'crm.lose.reason' : 'crm.lose.on'),
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
      {field('reason', { rows: 3 })}
      <div className="flex flex-wrap gap-1.5 sm:col-span-2">
        {usual.map((reason) => (
          <button
            key={reason}
            type="button"
            className="rounded-full border border-line px-2.5 py-1 text-sm text-ink-2 hover:border-line-strong hover:text-ink"
            onClick={() =>
              form.setValue('reason', t(`crm.lose.usual.${reason}`), {
                shouldDirty: true,
                shouldValidate: true,
              })
            }
          >
            {t(`crm.lose.usual.${reason}`)}
          </button>
        ))}
      </div>
      {field('lost_on', { wide: true, required: false })}
    </FormDialog>
  );
}
