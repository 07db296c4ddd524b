import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { Card } from '@/shared/ui/Card';
import { type TimelineEntry, timeline } from './timeline';

const dots: Record<TimelineEntry['kind'], string> = {
  payment: 'bg-paid',
  issued: 'bg-accent',
  created: 'bg-line-strong',
  overdue: 'bg-overdue',
  cancelled: 'bg-ink-3',
};

export function InvoiceTimeline({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = (entry: TimelineEntry): string => {
    switch (entry.kind) {
      case 'payment':
        return t(entry.partial ? 'billing.timeline.partial' : 'billing.timeline.payment', {
          amount: format.money(entry.amount, invoice.currency),
          method: t(`billing.byMethod.${entry.method}`),
        });
      case 'cancelled':
        return entry.reason
          ? t('billing.timeline.cancelled', { reason: entry.reason })
          : t('billing.timeline.cancelledPlain');
      default:
        return t(`billing.timeline.${entry.kind}`);
    }
  };
  const when = (entry: TimelineEntry): string => {
    const at = entry.at.includes('T') ? format.dateTime(entry.at) : format.date(entry.at);
    if (entry.kind !== 'payment') return at;
    const paidOn = format.date(entry.paidOn);
    return [
      at.startsWith(paidOn) ? at : t('billing.timeline.recorded', { paidOn, at }),
      entry.reference && t('billing.timeline.reference', { reference: entry.reference }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <Card title={t('billing.timeline.title')}>
      <ol className="flex flex-col">
        {timeline(invoice, format.zone).map((entry) => (
          <li key={entry.id} className="relative flex gap-3 pb-4 last:pb-0">
            <span aria-hidden className={cx('mt-1.5 size-2 shrink-0 rounded-full', dots[entry.kind])} />
            <div className="min-w-0">
              <p className="wrap-anywhere">{words(entry)}</p>
              <p className="tabular text-ink-3 wrap-anywhere">{when(entry)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
