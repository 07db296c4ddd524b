import { useQuery } from '@tanstack/react-query';
import { Download, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { deleteExport } from '@/shared/api/gen/exports';
import { getExportOptions } from '@/shared/api/gen/exports/query';
import { toProblem } from '@/shared/api/problem';
import { useWrite } from '@/shared/api/useWrite';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { tellFailure } from '@/shared/ui/tellFailure';
import { forget } from './running';
import { saveExport } from './saveExport';

/** How far the exports have come that were ordered here, above whatever page is open, and the way to their files. */
export default function ExportTray({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  useLiveQuery('export');
  return (
    <section
      aria-label={t('exports.tray')}
      className="absolute inset-x-4 bottom-4 z-20 flex flex-col gap-2 sm:right-auto sm:w-80"
    >
      {ids.map((id) => (
        <One key={id} id={id} />
      ))}
    </section>
  );
}

function One({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useQuery({
    ...getExportOptions({ path: { id } }),
    // What the live stream has not told is seen all the same.
    refetchInterval: ({ state }) =>
      state.data?.finished_at || (state.error && toProblem(state.error).status === 404) ? false : 2000,
  });
  const stop = useWrite((id: string) => deleteExport({ path: { id }, throwOnError: true }), ['export'], {
    onDone: () => forget(id),
    onError: (failure) => tellFailure(failure, t),
  });
  const save = useWrite(saveExport, [], {
    onDone: () => forget(id),
    onError: (failure) => tellFailure(failure, t),
  });
  // Not reached is not gone: it is asked for again.
  if (!data && (!error || toProblem(error).status !== 404)) return null;
  const running = data && !data.finished_at;
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-3 shadow-float">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">{data?.file_name ?? t('exports.gone')}</p>
          <p role="status" className="tabular text-sm text-ink-2">
            {running &&
              t('exports.progress', {
                done: format.number(data.row_count),
                total: format.number(data.total_count),
              })}
            {data?.status === 'succeeded' &&
              t('exports.ready', { count: data.row_count, formatted: format.number(data.row_count) })}
            {data?.status === 'failed' && (
              <span className="text-overdue-ink">
                {textOr(`exports.reasons.${data.code}`, data.code ?? '', t('exports.failed'))}
              </span>
            )}
          </p>
        </div>
        <IconButton
          icon={X}
          label={t(running ? 'exports.stop' : 'kit.close')}
          onClick={() => (running ? stop.mutate(id) : forget(id))}
        />
      </div>
      {running && (
        <ProgressBar
          label={t('exports.tray')}
          value={data.total_count === 0 ? null : data.row_count / data.total_count}
        />
      )}
      {data?.available && (
        <Button
          size="sm"
          variant="primary"
          icon={Download}
          busy={save.isPending}
          onClick={() => save.mutate(data)}
        >
          {t('exports.download')}
        </Button>
      )}
    </div>
  );
}
