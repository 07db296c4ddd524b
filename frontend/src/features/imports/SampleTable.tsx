import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';

const most = 4;

/**
 * What the columns of the file hold, where a wrong separator or broken accents show at once. Each line is a column: the
 * samples are its different values, so that side by side they are no rows of the file and must not look like any.
 */
export function SampleTable({ columns }: { columns: readonly ImportColumn[] }) {
  const { t } = useTranslation();
  const widest = Math.min(Math.max(1, ...columns.map((column) => column.samples.length)), most);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t('imports.samples')} tabIndex={0} className="thin-scroll mt-2 overflow-x-auto">
      <table className="min-w-full">
        <thead>
          <tr className="text-left text-sm text-ink-3">
            <th scope="col" className="h-8 border-y border-line px-4 font-medium">
              {t('imports.sampleColumn')}
            </th>
            <th scope="col" colSpan={widest} className="h-8 border-y border-line px-4 font-medium">
              {t('imports.sampleValues')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <th
                scope="row"
                className="h-8 max-w-56 truncate border-b border-line-soft px-4 text-left font-medium whitespace-nowrap"
              >
                {column.name}
              </th>
              {Array.from({ length: widest }, (_, place) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other identity
                  key={place}
                  className={cx(
                    'h-8 max-w-56 truncate border-b border-line-soft px-4 whitespace-nowrap text-ink-2',
                    column.type === 'number' && 'tabular',
                  )}
                >
                  {column.samples[place] ??
                    (place === 0 && <span className="text-ink-3">{t('imports.emptyValue')}</span>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
