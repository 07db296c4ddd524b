import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changed } from '@/shared/api/changes';
import type { Import } from '@/shared/api/gen';
import { getFailedRows } from '@/shared/api/gen/imports';
import { getImportOptions } from '@/shared/api/gen/imports/query';
import { toProblem } from '@/shared/api/problem';
import { failureDetail } from '@/shared/api/problemText';
import { useFormat } from '@/shared/format/useFormat';
import { saveBlob } from '@/shared/lib/download';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useCan } from '@/shared/session/useSession';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { FormError } from '@/shared/ui/Form';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProgressBar } from '@/shared/ui/ProgressBar';
import { Skeleton } from '@/shared/ui/Skeleton';
import { toast } from '@/shared/ui/toast';
import { ImportBadge } from './ImportBadge';
import { ImportErrors } from './ImportErrors';
import { countOf, isRunning, secondsTaken, share } from './importState';
import { stopText } from './reason';

/** One import: how far it is, what it made, which rows it could not take and why. */
export function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery({
    ...getImportOptions({ path: { id } }),
    // Told as it happens; asked for now and then in case nobody tells.
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 10_000 : false),
  });
  useLiveQuery('import');
  const job = query.data;
  const done = job ? !isRunning(job) : false;
  useEffect(() => {
    // What was imported is shown elsewhere, in lists that were read before.
    if (done) {
      void changed(
        client,
        ...(['import', 'pipeline', 'deal', 'company', 'contact', 'customer', 'contract'] as const),
      );
    }
  }, [done, client]);

  return (
    <>
      <PageHeader
        title={job?.file_name ?? (query.error ? t('problem.notLoaded') : '…')}
        parent={
          <Link to="/imports" className="hover:text-accent-ink">
            {t('imports.title')}
          </Link>
        }
      />
      {query.error && !job ? (
        <ErrorState
          error={query.error}
          onRetry={() => void query.refetch()}
          back={
            <Link to="/imports" className={buttonClass()}>
              {t('kit.backToList')}
            </Link>
          }
        />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-3 p-4 md:px-5">
          {job ? <Progress job={job} /> : <Skeleton className="h-40 rounded-lg" />}
          {job && job.errors.length > 0 && (
            <div className="flex min-h-72 flex-1 flex-col">
              <ImportErrors
                entity={job.kind}
                errors={job.errors}
                failed={job.failed_count}
                hint={t('imports.errorsHint')}
              />
            </div>
          )}
        </div>
      )}
    </>
  );
}

function Progress({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const running = isRunning(job);
  const seconds = secondsTaken(job);
  const stopped = stopText(job, t);
  const tone = job.status === 'failed' ? 'overdue' : job.failed_count > 0 ? 'attention' : 'paid';
  return (
    <Card className="shrink-0">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2.5">
            <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{job.file_name}</h2>
            <ImportBadge job={job} />
          </div>
          <p className="mt-0.5 text-ink-2">
            {t(`imports.entity.${job.kind}`)} · {format.dateTime(job.started_at ?? job.created_at)}
          </p>
        </div>
        {!running && <ResultLinks job={job} />}
      </div>
      <ProgressBar
        className="mt-4"
        label={t('imports.progress')}
        value={share(job)}
        tone={running ? 'accent' : tone}
      />
      <p className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-ink-2" aria-live="polite">
        <span className="tabular">
          {job.total_row_count
            ? t('imports.progressRows', {
                done: format.number(job.row_count),
                total: format.number(job.total_row_count),
              })
            : t('imports.progressSoFar', { done: format.number(job.row_count) })}
        </span>
        <span>
          {job.status === 'queued'
            ? t('imports.queuedText')
            : job.status === 'running'
              ? t('imports.runningText')
              : seconds !== null &&
                t('imports.doneText', {
                  duration: t('imports.seconds', { count: seconds, formatted: format.number(seconds) }),
                })}
        </span>
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-5">
        {(['rows', 'created', 'updated', 'skipped', 'failed'] as const).map((count) => (
          <div key={count}>
            <dt className="text-ink-2">{t(`imports.counts.${count}`)}</dt>
            <dd
              className={
                count === 'failed' && job.failed_count > 0
                  ? 'tabular text-xl font-semibold text-overdue-ink'
                  : 'tabular text-xl font-semibold'
              }
            >
              {format.number(job[countOf[count]])}
            </dd>
          </div>
        ))}
      </dl>
      {stopped && (
        <div className="mt-4">
          <FormError failure={{ title: t('imports.wholeFailed'), detail: stopped }} />
        </div>
      )}
    </Card>
  );
}

function ResultLinks({ job }: { job: Import }) {
  const { t } = useTranslation();
  const can = useCan();
  const pipelineId = job.result?.pipeline_id;
  const entered = job.created_count + job.updated_count > 0;
  return (
    <div className="flex flex-wrap gap-2">
      {job.failed_count > 0 && <FailedRowsButton job={job} />}
      {can('imports.imports:write') && (
        <Link to="/imports" search={{ entity: job.kind }} className={buttonClass()}>
          {t('imports.again')}
        </Link>
      )}
      {entered && job.kind === 'deals' && can('crm.deals:read') && (
        <Link
          to="/pipeline"
          search={{ pipeline: typeof pipelineId === 'string' ? pipelineId : undefined }}
          className={buttonClass('primary')}
        >
          {t('imports.openBoard')}
        </Link>
      )}
      {entered && job.kind === 'contracts' && can('portfolio.contracts:read') && (
        <Link to="/portfolio" className={buttonClass('primary')}>
          {t('imports.openPortfolio')}
        </Link>
      )}
    </div>
  );
}

function FailedRowsButton({ job }: { job: Import }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { data } = await getFailedRows({ path: { id: job.id }, parseAs: 'blob', throwOnError: true });
      saveBlob(data as unknown as Blob, t('imports.downloadFailedName'));
    } catch (error) {
      toast.failed(t('imports.downloadError'), failureDetail(toProblem(error), t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={Download} busy={busy} onClick={() => void download()}>
      {t('imports.downloadFailed')}
    </Button>
  );
}
