import { useTranslation } from 'react-i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useNow } from '@/shared/lib/useNow';
import { dueText, isLate } from './due';

/** When it is due; what is late is said in words, too. */
export function DueText({ activity }: { activity: ActivitySummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const late = isLate(activity, format, now);
  return (
    <span className={cx('tabular', late && 'text-overdue-ink')}>
      {dueText(t, format, activity, now)}
      {late && <span className="sr-only"> {t('activities.late')}</span>}
    </span>
  );
}
