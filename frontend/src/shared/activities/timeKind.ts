import { z } from 'zod';
import { readTime } from '@/shared/format/time';
import type { FieldKind } from '@/shared/forms/fieldKinds';
import { isTime } from './TimeInput';

/** A time on the clocks of the company, as people type it: together with its day it is an instant. */
export const time: FieldKind<string, string | null> = {
  control: { as: 'number', digits: 5 },
  empty: '',
  read: (raw) => raw,
  write: readTime,
  rule: (t) => z.string().refine((typed) => typed.trim() === '' || isTime(typed), t('activities.badTime')),
};
