import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DealSummary } from '@/shared/api/gen';
import { loseDeal, reopenDeal } from '@/shared/api/gen/deals';
import { names } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { failureDetail, problemText } from '@/shared/api/problemText';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { atMost } from '@/shared/forms/atMost';
import { Button } from '@/shared/ui/Button';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Textarea } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';
import { keepDeal } from './useBoard';
import { useDeal } from './useDeal';

const usual = ['price', 'competitor', 'silence', 'budget', 'timing', 'noFit'] as const;

export default function LoseDialog({ deal: opened, onClose }: { deal: DealSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { deal, present } = useDeal(opened);
  const lose = useWrite(
    async (values: { reason: string; lost_on: string }) =>
      (await loseDeal({ ...writeTo(present(), values), query: names.deal, throwOnError: true })).data,
    ['deal'],
  );
  const reopen = useWrite(
    async (lost: DealSummary) =>
      (await reopenDeal({ ...stepOf(lost), query: names.deal, throwOnError: true })).data,
    ['deal'],
    {
      onDone: (again) => keepDeal(client, again),
      onError: (error) => {
        const problem = toProblem(error);
        toast.failed(problemText(problem, t).title, failureDetail(problem, t));
      },
    },
  );
  const schema = z.object({
    reason: z.string().trim().min(1, t('crm.lose.reasonNeeded')).check(atMost(500, t)),
    lost_on: z.iso.date(t('kit.notADate')),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: '', lost_on: format.today() },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const lost = await lose.mutateAsync(values);
    keepDeal(client, lost);
    toast.info(t('crm.lose.done', { title: deal.title }), {
      actions: [{ label: t('kit.undo'), run: () => reopen.mutate(lost) }],
    });
    onClose();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      size="sm"
      title={t('crm.lose.title')}
      description={deal.title}
      footer={
        <>
          <DialogCancel />
          <Button variant="primary" type="submit" form="lose-deal" busy={isSubmitting}>
            {t('crm.lose.confirm')}
          </Button>
        </>
      }
    >
      <form id="lose-deal" onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <Field label={t('crm.lose.reason')} required error={errors.reason?.message}>
          <Textarea {...form.register('reason')} rows={3} />
        </Field>
        <div className="flex flex-wrap gap-1.5">
          {usual.map((reason) => (
            <button
              key={reason}
              type="button"
              className="rounded-full border border-line px-2.5 py-1 text-sm text-ink-2 hover:border-line-strong hover:text-ink"
              onClick={() => form.setValue('reason', t(`crm.lose.usual.${reason}`), { shouldValidate: true })}
            >
              {t(`crm.lose.usual.${reason}`)}
            </button>
          ))}
        </div>
        <Field label={t('crm.lose.on')} error={errors.lost_on?.message}>
          <Controller
            control={form.control}
            name="lost_on"
            render={({ field }) => <DateInput {...field} />}
          />
        </Field>
      </form>
    </Dialog>
  );
}
