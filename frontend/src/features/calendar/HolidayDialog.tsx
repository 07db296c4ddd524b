import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Holiday } from '@/shared/api/gen';
import { createHoliday, updateHoliday } from '@/shared/api/gen/calendar';
import { parseDate } from '@/shared/format/date';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredDay, requiredText } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';

const yearOf = (day: string) => Number(day.slice(0, 4));

const holidayFields = fieldsOf<Holiday>()({
  day: {
    ...requiredDay,
    rule: (t) =>
      z.string().refine((typed) => {
        const year = yearOf(parseDate(typed) ?? '');
        return year >= 2000 && year <= 2099;
      }, t('calendar.dayInvalid')),
  },
  name: requiredText(120),
});

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
  const { field, frame } = useSaveForm({
    fields: holidayFields,
    label: (name: 'day' | 'name') => t(`calendar.${name}`),
    kinds: ['holiday'],
    create: (body) => createHoliday({ body, throwOnError: true }),
    edit: {
      record: holiday ?? undefined,
      update: (request) => updateHoliday({ ...request, throwOnError: true }),
    },
    onDone: (saved) => {
      toast.done(t('calendar.holidaySaved'), { detail: saved.name });
      const its = yearOf(saved.day);
      if (its !== year) onYear(its);
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={holiday ? t('calendar.editOf', { name: holiday.name }) : t('calendar.addHoliday')}
      submit={t('kit.save')}
      onClose={onClose}
    >
      {field('day', { wide: true })}
      {field('name', { wide: true })}
    </FormDialog>
  );
}
