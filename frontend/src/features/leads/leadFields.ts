import type { Lead } from '@/shared/api/gen';
import { customValues } from '@/shared/custom/customKind';
import {
  chosen,
  email,
  fieldsOf,
  notes,
  phone,
  record,
  requiredText,
  text,
  words,
} from '@/shared/forms/fieldKinds';

export const leadFields = fieldsOf<Lead>()({
  name: requiredText(200),
  email,
  phone,
  company_name: text(200),
  company_size: text(50),
  source: { ...text(50), control: chosen.control },
  owner_id: record('user'),
  tags: words,
  custom: customValues,
  notes,
});
