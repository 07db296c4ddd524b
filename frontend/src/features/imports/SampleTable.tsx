import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ImportColumn } from '@/shared/api/gen';
import { cx } from '@/shared/lib/cx';
import { Select } from '@/shared/ui/Select';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { fieldName } from './fieldName';
import { firstRows } from './firstRows';
import { fieldsOf, type Mapping, putColumn } from './mapping';
import type { PreparedImport } from './preparedImport';

const nowhere = 'none';

/**
 * The first rows of the file as they stand, where a wrong separator or broken accents show at once, and over each column
 * what becomes of it.
 */
export function SampleTable({
  prepared,
  mapping,
  onChange,
}: {
  prepared: PreparedImport;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation();
  const region = useScrollRegion(t('imports.samples'));
  const { entity, file, preview } = prepared;
  const { columns, fields } = preview;
  const rows = useQuery({
    // Another file of the same name is another one.
    queryKey: ['first-rows', file.name, file.size, file.lastModified],
    queryFn: () => firstRows(file, preview),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  return (
    <section ref={region} aria-label={t('imports.samples')} className="thin-scroll mt-2 overflow-x-auto">
      <table className="min-w-full">
        <thead>
          <tr className="text-left align-bottom">
            {columns.map((column) => {
              const chosen = fieldsOf(mapping, column.name);
              return (
                <th
                  key={column.name}
                  scope="col"
                  className="min-w-44 border-y border-line px-2 py-2 font-medium first:pl-4 last:pr-4"
                >
                  <span title={column.name} className="mb-1 block max-w-56 truncate">
                    {column.name}
                  </span>
                  <Select
                    label={t('imports.columnGoesTo', { column: column.name })}
                    options={[
                      { value: nowhere, label: t('imports.source.none') },
                      ...fields.map((field) => ({ value: field.name, label: fieldName(field.name, entity) })),
                    ]}
                    value={chosen[0] ?? nowhere}
                    onChange={(field) =>
                      onChange(putColumn(mapping, column.name, field === nowhere ? null : field))
                    }
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.data?.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={at}>
              {columns.map((column, place) => (
                <Cell key={column.name} column={column} value={row[place] ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ column, value }: { column: ImportColumn; value: string }) {
  const { t } = useTranslation();
  return (
    <td
      title={value}
      className={cx(
        'h-8 max-w-56 truncate border-b border-line-soft px-2 whitespace-nowrap text-ink-2 first:pl-4 last:pr-4',
        column.type === 'number' && 'tabular',
      )}
    >
      {value || <span className="text-ink-3">{t('imports.emptyValue')}</span>}
    </td>
  );
}
