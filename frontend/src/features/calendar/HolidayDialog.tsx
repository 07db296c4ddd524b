import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { Holiday } from '@/shared/api/gen';
import { createHolidayMutation, updateHolidayMutation } from '@/shared/api/gen/calendar/query';
import { writeTo } from '@/shared/api/version';
import { parseDate } from '@/shared/format/date';
import { FormDialog } from '@/shared/forms/FormDialog';
import { DateInput } from '@/shared/ui/DateInput';
import { Field } from '@/shared/ui/Field';
import { useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';

/** A day and its name. A day of another year leads there, so that one sees it. */
export function HolidayDialog({
  holiday,
  year,
  onYear,
  onClose,
}: {
  holiday: Holiday | null;
  year: number;
  onYear: (year: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation(createHolidayMutation());
  const update = useMutation(updateHolidayMutation());
  const form = useForm({ defaultValues: { day: holiday?.day ?? '', name: holiday?.name ?? '' } });
  const { errors } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async ({ day, name }) => {
    const saved = await (holiday
      ? update.mutateAsync(writeTo(holiday, { day, name }))
      : create.mutateAsync({ body: { day, name } }));
    toast.done(t('calendar.holidaySaved'), { detail: saved.name });
    void changed(client, 'holiday');
    const its = Number(saved.day.slice(0, 4));
    if (its !== year) onYear(its);
    onClose();
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      size="sm"
      title={holiday ? t('calendar.editOf', { name: holiday.name }) : t('calendar.addHoliday')}
      submit={t('kit.save')}
      onSubmit={onSubmit}
      failure={failure}
    >
      <Field className={wide} label={t('calendar.day')} required error={errors.day?.message}>
        <Controller
          control={form.control}
          name="day"
          rules={{
            validate: (day) => {
              const its = Number(parseDate(day)?.slice(0, 4) ?? 0);
              return (its >= 2000 && its <= 2099) || t('calendar.dayInvalid');
            },
          }}
          render={({ field }) => (
            <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      </Field>
      <Field className={wide} label={t('calendar.name')} required error={errors.name?.message}>
        <Input
          {...form.register('name', { validate: (name) => name.trim() !== '' || t('kit.required') })}
          maxLength={120}
          autoComplete="off"
        />
      </Field>
    </FormDialog>
  );
}
