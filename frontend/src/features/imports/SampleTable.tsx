import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';

/** The first rows of the file as they were read: where a wrong separator or broken accents show at once. */
export function SampleTable({ columns }: { columns: readonly ImportColumn[] }) {
  const { t } = useTranslation();
  const rows = Math.min(Math.max(0, ...columns.map((column) => column.samples.length)), 4);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t('imports.samples')} tabIndex={0} className="thin-scroll mt-2 overflow-x-auto">
      <table className="min-w-full">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={cx(
                  'h-8 border-y border-line px-4 text-sm font-medium whitespace-nowrap text-ink-3',
                  column.type === 'number' ? 'text-right' : 'text-left',
                )}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={row}>
              {columns.map((column) => (
                <td
                  key={column.name}
                  className={cx(
                    'h-8 max-w-56 truncate border-b border-line-soft px-4 whitespace-nowrap',
                    column.type === 'number' && 'tabular text-right',
                  )}
                >
                  {column.samples[row] || <span className="text-ink-3">{t('imports.emptyValue')}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
