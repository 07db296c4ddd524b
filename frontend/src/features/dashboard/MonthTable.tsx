import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DashboardMetrics, MovementKind } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import type { DashboardSearch } from './dashboardSearch';

const cell = 'px-2 py-1.5 text-right whitespace-nowrap';
const link = 'rounded-sm hover:text-accent-ink hover:underline';

/** The growth chart as figures, newest month first; each figure opens its rows. */
export function GrowthTable({ metrics }: { metrics: DashboardMetrics }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <MonthTable
      label={t('dashboard.growth')}
      columns={[
        t('dashboard.mrr'),
        t('dashboard.activeCustomers'),
        t('dashboard.invoiced'),
        t('dashboard.receivedShort'),
      ]}
    >
      {[...metrics.months].reverse().map((month) => (
        <tr key={month.month} className="border-t border-line-soft">
          <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-2">
            {format.month(month.month)}
          </th>
          <td className={cell}>
            <Link to="/portfolio" search={{ as_of: month.to, counting: true }} className={link}>
              {format.money(month.mrr_cents, metrics.currency)}
            </Link>
          </td>
          <td className={cell}>{format.number(month.customer_count)}</td>
          <td className={cell}>{format.money(month.invoiced_cents, metrics.currency)}</td>
          <td className={cell}>
            <Link
              to="/invoices"
              search={{ payments_paid_on_from: month.month, payments_paid_on_to: month.to }}
              className={link}
            >
              {format.money(month.received_cents, metrics.currency)}
            </Link>
          </td>
        </tr>
      ))}
    </MonthTable>
  );
}

/** The movements as figures; each opens the customers behind it. */
export function MovementTable({
  metrics,
  onSearch,
}: {
  metrics: DashboardMetrics;
  onSearch: OnSearch<DashboardSearch>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = [
    ['new', 'new_cents', 1],
    ['expansion', 'expansion_cents', 1],
    ['reactivation', 'reactivation_cents', 1],
    ['contraction', 'contraction_cents', -1],
    ['churn', 'churn_cents', -1],
  ] as const satisfies readonly (readonly [MovementKind, string, 1 | -1])[];
  return (
    <MonthTable label={t('dashboard.movements')} columns={kinds.map(([kind]) => t(`kit.movement.${kind}`))}>
      {[...metrics.months].reverse().map((month) => (
        <tr key={month.month} className="border-t border-line-soft">
          <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-2">
            {format.month(month.month)}
          </th>
          {kinds.map(([kind, field, sign]) => (
            <td key={kind} className={cell}>
              {month[field] === 0 ? (
                <span className="text-ink-3">—</span>
              ) : (
                <button
                  type="button"
                  className={link}
                  onClick={() => onSearch({ rows: 'movements', month: month.month, kind })}
                >
                  {format.money(sign * month[field], metrics.currency)}
                </button>
              )}
            </td>
          ))}
        </tr>
      ))}
    </MonthTable>
  );
}

function MonthTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly string[];
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const region = useScrollRegion(label);
  return (
    <section ref={region} aria-label={label} className="thin-scroll -mx-1 overflow-x-auto px-1">
      <table className="tabular w-full text-sm">
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="py-1.5 pr-2 text-left font-normal">
              {t('dashboard.month')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${cell} font-normal`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
