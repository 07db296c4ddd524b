import { CalendarClock, ListChecks, type LucideIcon, Mail, Pencil, Phone } from 'lucide-react';
import type { ActivityType } from '@/shared/api/gen';

export const activityIcons: Record<ActivityType, LucideIcon> = {
  note: Pencil,
  call: Phone,
  email: Mail,
  meeting: CalendarClock,
  task: ListChecks,
};
