import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardMetrics } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { Card } from '@/shared/ui/Card';
import type { DashboardSearch } from './dashboardSearch';

export interface CustomersCardProps {
  metrics: DashboardMetrics;
  onSearch: OnSearch<DashboardSearch>;
}

const rowClass =
  'flex h-8 w-full items-center justify-between gap-3 rounded-sm px-2 text-left hover:bg-hover/60 pointer-coarse:h-11';

/** Who pays every month, who does not, and who stopped. */
export function CustomersCard({ metrics, onSearch }: CustomersCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const churn = metrics.logo_churn_percent;
  const lost = metrics.months.at(-1)?.churned_customer_count ?? 0;
  return (
    <Card title={t('dashboard.customers')} flush>
      <ul className="px-2 pt-0.5 pb-2">
        <li>
          <Link to="/portfolio" search={{ as_of: metrics.as_of, counting: true }} className={rowClass}>
            <Row name={t('dashboard.active')}>{format.number(metrics.active_customers.value)}</Row>
          </Link>
        </li>
        <li>
          <Link to="/customers" className={rowClass}>
            <Row name={t('dashboard.inactive')}>{format.number(metrics.inactive_customer_count)}</Row>
          </Link>
        </li>
        <li>
          <button
            type="button"
            onClick={() =>
              onSearch({ rows: 'movements', month: metrics.comparison.month_from, kind: 'churn' })
            }
            className={rowClass}
          >
            <Row name={t('dashboard.logoChurn')}>
              {churn === null ? '—' : format.percent(churn / 100)}{' '}
              <span className="font-normal text-ink-3">
                {t('dashboard.lostCustomers', { count: lost, formatted: format.number(lost) })}
              </span>
            </Row>
          </button>
        </li>
      </ul>
    </Card>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span className="text-ink-2">{name}</span>
      <span className="tabular font-medium">{children}</span>
    </>
  );
}
