import { Link } from '@tanstack/react-router';
import {
  CalendarClock,
  ChevronRight,
  CircleCheck,
  ClockAlert,
  type LucideIcon,
  ReceiptText,
  RefreshCw,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardMetrics } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { Card } from '@/shared/ui/Card';
import { type AlertKind, openAlerts } from './dashboardFigures';
import type { DashboardSearch } from './dashboardSearch';

const looks: Record<AlertKind, { icon: LucideIcon; tone: string }> = {
  overdue: { icon: ClockAlert, tone: 'bg-overdue-soft text-overdue-ink' },
  not_billed: { icon: ReceiptText, tone: 'bg-attention-soft text-attention-ink' },
  ending: { icon: CalendarClock, tone: 'bg-attention-soft text-attention-ink' },
  reviews_due: { icon: RefreshCw, tone: 'bg-neutral-soft text-ink-2' },
};

const rowClass =
  'flex w-full items-center gap-3 px-4 py-2.5 text-left hover:bg-hover/60 focus-visible:-outline-offset-2';

export interface AlertsCardProps {
  metrics: DashboardMetrics;
  onSearch: OnSearch<DashboardSearch>;
}

/** What needs somebody, worst first; each line opens its rows. */
export function AlertsCard({ metrics, onSearch }: AlertsCardProps) {
  const { t } = useTranslation();
  const kinds = openAlerts(metrics);
  return (
    <Card title={t('dashboard.alerts')} flush>
      {kinds.length === 0 ? (
        <p className="flex items-center gap-2.5 px-4 pt-1 pb-4 text-ink-2">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-paid" />
          {t('dashboard.noAlerts')}
        </p>
      ) : (
        <ul className="divide-y divide-line-soft pb-1">
          {kinds.map((kind) => (
            <li key={kind}>
              <AlertRow kind={kind} metrics={metrics} onSearch={onSearch} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function AlertRow({ kind, metrics, onSearch }: AlertsCardProps & { kind: AlertKind }) {
  const alert = metrics.alerts[kind];
  const content = <AlertText kind={kind} metrics={metrics} />;
  switch (kind) {
    case 'overdue':
      return (
        <Link to="/invoices" search={{ status: 'overdue', sort: 'due_on' }} className={rowClass}>
          {content}
        </Link>
      );
    case 'ending':
      return (
        <Link
          to="/contracts"
          search={{ end_on_from: alert.from ?? undefined, end_on_to: alert.to }}
          className={rowClass}
        >
          {content}
        </Link>
      );
    case 'reviews_due':
      return (
        <Link to="/contracts" search={{ next_review_on_to: alert.to }} className={rowClass}>
          {content}
        </Link>
      );
    case 'not_billed':
      return (
        <button type="button" onClick={() => onSearch({ rows: 'not_billed' })} className={rowClass}>
          {content}
        </button>
      );
  }
}

function AlertText({ kind, metrics }: { kind: AlertKind; metrics: DashboardMetrics }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const alert = metrics.alerts[kind];
  const { icon: Icon, tone } = looks[kind];
  const amount = format.money(alert.amount_cents, metrics.currency);
  return (
    <>
      <span className={`flex size-7 shrink-0 items-center justify-center rounded-md ${tone}`}>
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">
          {t(`dashboard.alert.${kind}`, { count: alert.count, formatted: format.number(alert.count) })}
        </span>
        <span className="tabular block truncate text-sm text-ink-3">
          {kind === 'overdue'
            ? t('dashboard.openAmount', { amount })
            : t('dashboard.perMonthAmount', { amount })}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
    </>
  );
}
