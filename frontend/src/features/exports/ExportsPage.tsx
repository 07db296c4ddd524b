import { Download, FileOutput, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Export } from '@/shared/api/gen';
import { deleteExport } from '@/shared/api/gen/exports';
import { listExportsInfiniteOptions } from '@/shared/api/gen/exports/query';
import { useWrite } from '@/shared/api/useWrite';
import { saveExport } from '@/shared/exports/saveExport';
import { useFileSize } from '@/shared/files/useFileSize';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useRows } from '@/shared/records/useRows';
import { Badge, type Tone } from '@/shared/ui/Badge';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { IconButton } from '@/shared/ui/IconButton';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { tellFailure } from '@/shared/ui/tellFailure';

const isRunning = ({ status }: Export) => status === 'queued' || status === 'running';

/** What became of it: a file that has expired is neither a success nor a failure. */
function stateOf(one: Export): {
  tone: Tone;
  key: 'queued' | 'running' | 'succeeded' | 'failed' | 'expired';
} {
  if (one.status === 'failed') return { tone: 'overdue', key: 'failed' };
  if (isRunning(one)) return { tone: 'accent', key: one.status as 'queued' };
  return one.available ? { tone: 'paid', key: 'succeeded' } : { tone: 'neutral', key: 'expired' };
}

/** The files that one has taken along, for as long as they are kept. */
export function ExportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const size = useFileSize();
  const query = useRows<Export>(listExportsInfiniteOptions({ query: { limit: 50 } }), {
    refetchInterval: (rows) => (rows.some(isRunning) ? 5000 : false),
  });
  useLiveQuery('export');
  const told = { onError: (error: unknown) => tellFailure(error, t) };
  const save = useWrite(saveExport, [], told);
  const remove = useWrite(
    (id: string) => deleteExport({ path: { id }, throwOnError: true }),
    ['export'],
    told,
  );
  const badge = (one: Export) => {
    const { tone, key } = stateOf(one);
    return <Badge tone={tone}>{t(`exports.states.${key}`)}</Badge>;
  };
  const buttons = (one: Export) => (
    <span className="flex justify-end">
      {one.available && (
        <IconButton
          icon={Download}
          label={t('exports.downloadNamed', { name: one.file_name })}
          onClick={() => save.mutate(one)}
        />
      )}
      <IconButton
        icon={Trash2}
        label={t('exports.deleteNamed', { name: one.file_name })}
        onClick={() => remove.mutate(one.id)}
      />
    </span>
  );
  return (
    <>
      <PageHeader title={t('exports.title')} note={t('exports.note')} />
      <PageBody>
        <DataTable
          label={t('exports.title')}
          query={query}
          columns={[
            { id: 'file', header: t('exports.file'), cell: (one) => one.file_name },
            {
              id: 'kind',
              header: t('exports.list'),
              width: '8rem',
              cell: (one) => t(`exports.kinds.${one.kind}`),
            },
            {
              id: 'status',
              header: t('exports.status'),
              width: '14rem',
              cell: (one) => (
                <span className="flex items-center gap-2">
                  {badge(one)}
                  {one.status === 'failed' && (
                    <span className="truncate text-sm text-ink-2">
                      {textOr(`exports.reasons.${one.code}`, one.code ?? '', '')}
                    </span>
                  )}
                </span>
              ),
            },
            {
              id: 'rows',
              header: t('exports.rowCount'),
              width: '7rem',
              align: 'right',
              cell: (one) => <span className="tabular">{format.number(one.row_count)}</span>,
            },
            {
              id: 'size',
              header: t('exports.size'),
              width: '7rem',
              align: 'right',
              hideBelow: 'lg',
              cell: (one) =>
                typeof one.size_bytes === 'number' && <span className="tabular">{size(one.size_bytes)}</span>,
            },
            {
              id: 'until',
              header: t('exports.until'),
              width: '9.5rem',
              hideBelow: 'lg',
              cell: (one) =>
                one.available && <span className="tabular">{format.dateTime(one.expires_at)}</span>,
            },
            { id: 'buttons', header: t('exports.buttons'), width: '6rem', align: 'right', cell: buttons },
          ]}
          narrow={(one) => (
            <NarrowRow
              title={one.file_name}
              aside={buttons(one)}
              detail={`${t(`exports.kinds.${one.kind}`)} · ${format.number(one.row_count)}`}
              badge={badge(one)}
            />
          )}
          empty={<EmptyState icon={FileOutput} title={t('exports.empty')} text={t('exports.emptyText')} />}
        />
      </PageBody>
    </>
  );
}
