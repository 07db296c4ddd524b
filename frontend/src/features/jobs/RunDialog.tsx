import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { changed } from '@/shared/api/changes';
import type { Job } from '@/shared/api/gen';
import { previewJobOptions, runJobMutation } from '@/shared/api/gen/jobs/query';
import { parseDate } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { Button } from '@/shared/ui/Button';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';
import { countName, countsOf, jobName } from './runState';
import { watchRun } from './watchRun';

/** Starts a run for a day, and tells when it is over. */
export function RunDialog({ job, onClose }: { job: Job; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const formId = useId();
  const client = useQueryClient();
  const run = useMutation(runJobMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        on: z
          .string()
          .refine((day) => parseDate(day) !== null, t('kit.notADate'))
          .refine((day) => day <= job.by_hand_to, t('problem.violations.future'))
          .refine((day) => !job.by_hand_from || day >= job.by_hand_from, t('problem.violations.too_early')),
      }),
    ),
    defaultValues: { on: format.today() },
  });
  const on = useWatch({ control: form.control, name: 'on' });
  const mayRun =
    parseDate(on) !== null && on <= job.by_hand_to && (!job.by_hand_from || on >= job.by_hand_from);
  const preview = useQuery({
    ...previewJobOptions({ path: { name: job.name }, query: { on } }),
    enabled: mayRun,
  });
  const wouldDo = mayRun && preview.data ? countsOf(preview.data) : [];
  const { errors, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ on }) => {
    const started = await run.mutateAsync({ path: { name: job.name }, body: { on } });
    toast.info(t('jobs.dialog.started'), { detail: `${jobName(job.name)} · ${format.date(on)}` });
    void changed(client, 'job_run');
    void watchRun(client, started.id);
    onClose();
  });
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={t('jobs.dialog.title', { job: jobName(job.name) })}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isSubmitting}>
            {t('jobs.dialog.start')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('jobs.dialog.text')}</p>
        <FormError failure={failure} />
        <Field label={t('jobs.dialog.on')} required error={errors.on?.message}>
          <Controller
            control={form.control}
            name="on"
            render={({ field }) => (
              <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
            )}
          />
        </Field>
        {wouldDo.length > 0 && (
          <p className="text-ink-2" aria-live="polite">
            {t('jobs.dialog.wouldDo', {
              counts: wouldDo
                .map(([name, count]) => `${format.number(count)} ${countName(name, count)}`)
                .join(' · '),
            })}
          </p>
        )}
      </form>
    </Dialog>
  );
}
