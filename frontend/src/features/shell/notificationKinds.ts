import type { TFunction } from 'i18next';
import {
  AtSign,
  Bell,
  BellRing,
  CircleCheckBig,
  Coins,
  Gauge,
  Hourglass,
  type LucideIcon,
  ReceiptText,
  Upload,
  UserRoundPlus,
} from 'lucide-react';
import type { Notification, NotificationKind, NotificationRecord } from '@/shared/api/gen';
import type { Format } from '@/shared/format/useFormat';
import type { Place } from '@/shared/lib/useHref';
import { placeOf, type ResourceKind, resources } from '@/shared/resources';

/** What stands before each kind. A new kind of the contract is a line here and its texts, and does not compile without them. */
const icons: Record<NotificationKind, LucideIcon> = {
  mentioned: AtSign,
  reminded: BellRing,
  assigned: UserRoundPlus,
  closing_waiting: Hourglass,
  lead_score_crossed: Gauge,
  invoice_paid: Coins,
  invoice_overdue: ReceiptText,
  import_finished: Upload,
  bulk_job_finished: CircleCheckBig,
};

/** One of a kind that this version of the app does not know is a bell. */
export const iconOf = (kind: string): LucideIcon =>
  Object.hasOwn(icons, kind) ? icons[kind as NotificationKind] : Bell;

/** What happened, in one line. */
export function sentenceOf(one: Notification, t: TFunction, format: Pick<Format, 'number'>): string {
  const { kind, details } = one;
  const words = {
    actor: one.caused_by?.name ?? t('notifications.somebody'),
    record: one.record?.name || t('notifications.nameless'),
    score: format.number(details.score ?? 0),
    count: details.record_count ?? 0,
  };
  const counted = { ...words, count: format.number(words.count) as unknown as number };
  if (kind === 'assigned' && !one.record) {
    const list = details.list_kind;
    const many = list === 'leads' || list === 'deals' || list === 'activities' ? list : 'others';
    return t(`notifications.assignedMany.${many}`, counted);
  }
  if (kind === 'import_finished')
    return details.status === 'failed'
      ? t('notifications.told.import_failed')
      : t('notifications.told.import_finished', counted);
  if (kind === 'bulk_job_finished')
    return details.status === 'failed'
      ? t('notifications.told.bulk_job_failed')
      : t('notifications.told.bulk_job_finished', counted);
  return Object.hasOwn(icons, kind) ? t(`notifications.told.${kind}`, words) : words.record;
}

const shown = (record: NotificationRecord): Place | null => {
  if (record.type === 'import') return { to: '/imports/$importId', params: { importId: record.id } };
  return resources.some((resource) => resource.kind === record.type)
    ? placeOf(record.type as ResourceKind, record.id)
    : null;
};

/** Where it leads to: what an activity is about has the whole story; of many records their list. */
export function placeOfNotification(one: Notification): Place | null {
  const place = (one.about && shown(one.about)) ?? (one.record && shown(one.record));
  if (place) return place;
  const list = resources.find((resource) => resource.table === one.details.list_kind);
  return list ? { to: list.to } : null;
}
