import type { Company } from '@/shared/api/gen';
import { customValues } from '@/shared/custom/customKind';
import { fieldsOf, phone, requiredText, taxId, text } from '@/shared/forms/fieldKinds';

export const companyFields = fieldsOf<Company>()({
  name: requiredText(200),
  tax_id: taxId,
  industry: text(100),
  domain: text(255),
  phone,
  custom: customValues,
});
