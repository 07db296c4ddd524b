import { useTranslation } from 'react-i18next';
import type { ActivityType } from '@/shared/api/gen';
import { activityIcons } from './activityIcons';

/** What kind of activity it is, drawn and said. */
export function TypeIcon({ type }: { type: ActivityType }) {
  const { t } = useTranslation();
  const Icon = activityIcons[type];
  const name = t(`crm.activity.types.${type}`);
  return (
    <span title={name} className="shrink-0 text-ink-3">
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      <span className="sr-only">{name}</span>
    </span>
  );
}
