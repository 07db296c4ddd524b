import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntity, ImportRowError } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { fieldName } from './fieldName';
import { reasonText } from './reason';

/** The rows that did not go in, each with its line in the file. */
export function ImportErrors({
  entity,
  errors,
  failed,
  hint,
}: {
  entity: ImportEntity;
  /** The first of them. */
  errors: readonly ImportRowError[];
  failed: number;
  hint: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useMemo(
    () => errors.map((error, index) => ({ ...error, id: `${error.row}-${index}` })),
    [errors],
  );
  const nameOf = (error: ImportRowError) => (error.field ? fieldName(error.field, entity) : '');
  return (
    <section aria-labelledby="import-errors" className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="import-errors" className="font-semibold">
          {t('imports.errors')}
        </h2>
        <p className="text-ink-2">
          {hint}{' '}
          {failed > errors.length &&
            t('imports.firstErrors', {
              shown: format.number(errors.length),
              total: format.number(failed),
            })}
        </p>
      </div>
      <DataTable
        label={t('imports.errors')}
        columns={[
          {
            id: 'row',
            header: t('imports.errorLine'),
            width: '6rem',
            cell: (error) => <span className="tabular">{format.number(error.row)}</span>,
          },
          { id: 'field', header: t('imports.errorField'), width: '12rem', cell: nameOf },
          {
            id: 'message',
            header: t('imports.errorMessage'),
            cell: (error) => <span title={reasonText(error)}>{reasonText(error)}</span>,
          },
        ]}
        query={{
          data: { pages: [{ data: rows, next_cursor: null }], pageParams: [] },
          isPending: false,
          error: null,
          refetch: () => undefined,
          hasNextPage: false,
          isFetchingNextPage: false,
          isFetching: false,
          isFetchNextPageError: false,
          fetchNextPage: () => undefined,
        }}
        narrow={(error) => (
          <NarrowRow
            title={reasonText(error)}
            aside={`${t('imports.errorLine')} ${format.number(error.row)}`}
            detail={nameOf(error)}
          />
        )}
        empty={null}
      />
    </section>
  );
}
