import type { Contact } from '@/shared/api/gen';
import { customValues } from '@/shared/custom/customKind';
import { email, fieldsOf, phone, record, requiredText, text } from '@/shared/forms/fieldKinds';

export const contactFields = fieldsOf<Contact>()({
  name: requiredText(200),
  email,
  phone,
  company_id: record('company'),
  position: text(200),
  custom: customValues,
});
