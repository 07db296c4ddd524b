import { useNavigate } from '@tanstack/react-router';
import { FileInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/gen';
import { listImportsInfiniteOptions } from '@/shared/api/gen/imports/query';
import { useFormat } from '@/shared/format/useFormat';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { type DataColumn, DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ImportBadge } from './ImportBadge';
import { countOf, isRunning } from './importState';

export function ImportList() {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const navigate = useNavigate();
  const query = useRows<Import>(listImportsInfiniteOptions({ query: { limit: 50 } }), {
    refetchInterval: (rows) => (rows.some(isRunning) ? 10_000 : false),
  });
  useLiveQuery('import');
  const count = (id: 'rows' | 'created' | 'updated' | 'failed', tone?: string): DataColumn<Import> => ({
    id,
    header: t(`imports.column.${id}`),
    align: 'right',
    width: '7rem',
    hideBelow: id === 'updated' ? 'lg' : undefined,
    cell: (job) => (
      <span className={job[countOf[id]] > 0 ? tone : 'text-ink-3'}>{format.number(job[countOf[id]])}</span>
    ),
  });
  return (
    <DataTable
      label={t('imports.tableLabel')}
      query={query}
      columns={[
        { id: 'file', header: t('imports.column.file'), cell: (job) => job.file_name },
        {
          id: 'entity',
          header: t('imports.column.entity'),
          width: '7rem',
          cell: (job) => t(`imports.entity.${job.kind}`),
        },
        {
          id: 'status',
          header: t('imports.column.status'),
          width: '11rem',
          cell: (job) => <ImportBadge job={job} />,
        },
        count('rows'),
        count('created'),
        count('updated'),
        count('failed', 'text-overdue-ink font-medium'),
        {
          id: 'started',
          header: t('imports.column.started'),
          width: '9.5rem',
          hideBelow: 'lg',
          cell: (job) => <span className="tabular">{format.dateTime(job.started_at ?? job.created_at)}</span>,
        },
      ]}
      onOpen={(job) => void navigate({ to: '/imports/$importId', params: { importId: job.id } })}
      narrow={(job) => (
        <NarrowRow
          title={job.file_name}
          aside={format.number(job.row_count)}
          detail={t(`imports.entity.${job.kind}`)}
          badge={<ImportBadge job={job} />}
        />
      )}
      empty={
        <EmptyState
          icon={FileInput}
          title={t('imports.emptyTitle')}
          text={t(can('imports.imports:write') ? 'imports.emptyText' : 'imports.emptyReader')}
        />
      }
    />
  );
}
