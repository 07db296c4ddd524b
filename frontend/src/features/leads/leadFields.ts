import type { Lead } from '@/shared/api/gen';
import { email, fieldsOf, id, phone, requiredText, text, words } from '@/shared/forms/fieldKinds';

export const leadFields = fieldsOf<Lead>()({
  name: requiredText(200),
  email,
  phone,
  company_name: text(200),
  source: text(50),
  owner_id: id,
  tags: words,
  notes: text(5000),
});
