import { activityTypes } from '@/shared/activities/activityTypes';
import { time } from '@/shared/activities/timeKind';
import type { ActivityCreate } from '@/shared/api/gen';
import { choice, day, fieldsOf, longText, record, requiredText } from '@/shared/forms/fieldKinds';

export const activityFields = fieldsOf<ActivityCreate>()({
  subject: requiredText(255),
  type: choice(activityTypes, 'task', (t, type) => t(`crm.activity.types.${type}`)),
  owner_id: record('user'),
  due_on: day,
  due_at: time,
  deal_id: record('deal'),
  lead_id: record('lead'),
  customer_id: record('customer'),
  contact_id: record('contact'),
  description: longText(10_000),
});
