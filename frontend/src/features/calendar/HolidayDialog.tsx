import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Holiday } from '@/shared/api/gen';
import { createHoliday, updateHoliday } from '@/shared/api/gen/calendar';
import { useWrite } from '@/shared/api/useWrite';
import { writeTo } from '@/shared/api/version';
import { parseDate } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog, FormField, TextField } from '@/shared/forms/FormDialog';
import { type FieldKind, fieldsOf, requiredText, type ValuesOf } from '@/shared/forms/fieldKinds';
import { useForeignChanges } from '@/shared/forms/useForeignChanges';
import { useRecordForm } from '@/shared/forms/useRecordForm';
import { DateInput } from '@/shared/ui/DateInput';
import { useSubmit } from '@/shared/ui/Form';
import { toast } from '@/shared/ui/toast';

const yearOf = (day: string) => Number(day.slice(0, 4));

const day: FieldKind<string, string> = {
  empty: '',
  read: (raw) => raw,
  write: (value) => value,
  rule: (t) =>
    z.string().refine((typed) => {
      const year = yearOf(parseDate(typed) ?? '');
      return year >= 2000 && year <= 2099;
    }, t('calendar.dayInvalid')),
};
const kinds = { day, name: requiredText(120) };
const holidayFields = fieldsOf<Holiday>()(kinds);

/** A day and its name. A day of another year leads there, so that one sees it. */
export function HolidayDialog({
  holiday,
  year,
  onYear,
  onClose,
}: {
  /** The holiday to edit as it is on the server now; null: a new one. */
  holiday: Holiday | null;
  year: number;
  onYear: (year: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const form = useRecordForm(holidayFields, holiday ? holidayFields.read(holiday) : undefined);
  const changes = useForeignChanges(holiday ?? undefined, holidayFields, {
    label: (field) => t(`calendar.${field}`),
    value: (of, field) => (field === 'day' ? format.date(of.day) : of.name),
  });
  const save = useWrite(
    async (values: ValuesOf<typeof kinds>) =>
      holiday && changes.opened
        ? await updateHoliday({
            ...writeTo(holiday, holidayFields.patch(changes.opened, values)),
            throwOnError: true,
          })
        : await createHoliday({ body: holidayFields.write(values), throwOnError: true }),
    ['holiday'],
  );
  const { onSubmit, failure, setFailure } = useSubmit(form, async (values) => {
    const saved = (await save.mutateAsync(values)).data;
    toast.done(t('calendar.holidaySaved'), { detail: saved.name });
    const its = yearOf(saved.day);
    if (its !== year) onYear(its);
    onClose();
  });
  return (
    <FormDialog
      form={form}
      size="sm"
      title={holiday ? t('calendar.editOf', { name: holiday.name }) : t('calendar.addHoliday')}
      submit={t('kit.save')}
      failure={failure}
      changes={changes.list}
      onTake={() => {
        if (!holiday) return;
        form.reset(holidayFields.read(holiday));
        changes.take();
        setFailure(null);
      }}
      {...{ onSubmit, onClose }}
    >
      <FormField form={form} name="day" label={t('calendar.day')} required wide>
        {({ value, onChange, onBlur }) => <DateInput value={value} onChange={onChange} onBlur={onBlur} />}
      </FormField>
      <TextField form={form} name="name" label={t('calendar.name')} most={120} required wide />
    </FormDialog>
  );
}
