import { useQuery } from '@tanstack/react-query';
import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '@/shared/api/changes';
import { undoBulkJob } from '@/shared/api/gen/bulk';
import { getBulkJobOptions, listBulkRefusedOptions } from '@/shared/api/gen/bulk/query';
import { useWrite } from '@/shared/api/useWrite';
import { useFormat } from '@/shared/format/useFormat';
import { textOr } from '@/shared/lib/humanise';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { IconButton } from '@/shared/ui/IconButton';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { tellFailure } from '@/shared/ui/tellFailure';

/** How far something has come that is done with many records, what became of them, and the way back. */
export default function BulkBar({
  id,
  kind,
  nameOf,
  onJob,
}: {
  id: string;
  kind: RecordKind;
  nameOf: (id: string) => string | undefined;
  onJob: (id: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  useLiveQuery('bulk_job');
  const [why, setWhy] = useState(false);
  const { data: job } = useQuery({
    ...getBulkJobOptions({ path: { id } }),
    // What the live stream has not told is seen all the same.
    refetchInterval: ({ state }) => (state.data?.finished_at ? false : 2000),
  });
  const undo = useWrite(
    async (job: string) => (await undoBulkJob({ path: { id: job }, throwOnError: true })).data,
    ['bulk_job'],
    { onDone: (made) => onJob(made.id), onError: (error) => tellFailure(error, t) },
  );
  // What others and jobs change is read again as it is heard of; who hears nothing reads once it has ended.
  const ended = job?.finished_at !== null && job?.finished_at !== undefined;
  const again = useWrite(async () => undefined, [kind]);
  const { mutate: readAgain } = again;
  useEffect(() => {
    if (ended) readAgain();
  }, [ended, readAgain]);
  if (!job) return null;
  const back = job.undo_of_id !== null && job.undo_of_id !== undefined;
  const finished = job.done_count + job.unchanged_count + job.refused_count;
  const number = (count: number) => ({ count, formatted: format.number(count) });
  return (
    <div role="status" aria-label={t('bulk.progress')} className="-mb-1 flex shrink-0 justify-center pt-3">
      <div className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-4 shadow-float">
        {ended ? (
          <>
            {job.status === 'failed' && <span className="text-overdue-ink">{t('bulk.failed')}</span>}
            <span className="tabular font-medium">
              {back ? t('bulk.undone', number(job.done_count)) : t('bulk.done', number(job.done_count))}
            </span>
            {job.unchanged_count > 0 && (
              <span className="tabular text-ink-2">{t('bulk.unchanged', number(job.unchanged_count))}</span>
            )}
            {job.refused_count > 0 && (
              <>
                <span className="tabular text-attention-ink">
                  {t('bulk.refused', number(job.refused_count))}
                </span>
                <Button size="sm" onClick={() => setWhy(true)}>
                  {t('bulk.why')}
                </Button>
              </>
            )}
            {job.undoable && (
              <Button size="sm" icon={Undo2} busy={undo.isPending} onClick={() => undo.mutate(job.id)}>
                {t('kit.undo')}
              </Button>
            )}
            <IconButton icon={X} label={t('kit.close')} onClick={() => onJob(undefined)} />
          </>
        ) : (
          <>
            <span className="tabular font-medium">
              {t(back ? 'bulk.undoing' : 'bulk.working', {
                action: t(`bulk.actions.${job.action.type as 'assign'}`),
                done: format.number(finished),
                total: format.number(job.total_count),
              })}
            </span>
            <ProgressBar
              className="mr-2.5 w-40"
              label={t('bulk.progress')}
              value={job.total_count === 0 ? null : finished / job.total_count}
            />
          </>
        )}
      </div>
      {why && <Refused id={id} nameOf={nameOf} onClose={() => setWhy(false)} />}
    </div>
  );
}

function Refused({
  id,
  nameOf,
  onClose,
}: {
  id: string;
  nameOf: (id: string) => string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(listBulkRefusedOptions({ path: { id }, query: { limit: 200 } }));
  const reason = (code: string, detail: string | null | undefined) =>
    textOr(`bulk.reasons.${code}`, code, textOr(`problem.codes.${code}`, code, detail ?? undefined));
  return (
    <Dialog open title={t('bulk.whyTitle')} size="sm" onClose={onClose}>
      <ul className="flex flex-col gap-1.5">
        {data?.data.map(({ record_id, code, detail }) => (
          <li key={record_id} className="flex flex-col">
            <span className="truncate font-medium">{nameOf(record_id) ?? record_id}</span>
            <span className="text-sm text-ink-2">{reason(code, detail)}</span>
          </li>
        ))}
      </ul>
      {data?.next_cursor && <p className="pt-2 text-sm text-ink-3">{t('bulk.moreRefused')}</p>}
    </Dialog>
  );
}
