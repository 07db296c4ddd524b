import type { DealCreate } from '@/shared/api/gen';
import { customValues } from '@/shared/custom/customKind';
import { chosen, day, fieldsOf, money, record, requiredText } from '@/shared/forms/fieldKinds';

export const dealFields = fieldsOf<DealCreate>()({
  title: requiredText(200),
  company_id: record('company'),
  contact_id: record('contact'),
  amount_cents: money,
  expected_close_on: day,
  stage_id: chosen,
  owner_id: record('user'),
  custom: customValues,
});
