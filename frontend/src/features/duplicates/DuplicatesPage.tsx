import { CopyCheck, Merge, Undo2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateKind, DuplicatePair } from '@/shared/api/gen';
import { dismissDuplicate, restoreDuplicate } from '@/shared/api/gen/duplicates';
import { listDuplicatesInfiniteOptions } from '@/shared/api/gen/duplicates/query';
import { rowsOf } from '@/shared/api/pages';
import { useWrite } from '@/shared/api/useWrite';
import { useReasons } from '@/shared/duplicates/useReasons';
import { formatPhone } from '@/shared/format/phone';
import { lazyPart } from '@/shared/lib/lazyPart';
import { MoreRows } from '@/shared/records/MoreRows';
import { RecordLink } from '@/shared/records/RecordLink';
import { useRows } from '@/shared/records/useRows';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { SettingsBody } from '@/shared/settings/SettingsBody';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { type DuplicatesSearch, duplicateKinds } from './duplicateKinds';

const MergeDialog = lazyPart(async () => (await import('./MergeDialog')).MergeDialog);

/** Pairs that may be one, the likeliest first: somebody says that they are two, or makes them one. */
export function DuplicatesPage({
  search,
  onSearch,
}: {
  search: DuplicatesSearch;
  onSearch: (change: Partial<DuplicatesSearch>) => void;
}) {
  const { t } = useTranslation();
  const can = useCan();
  const kinds = duplicateKinds.filter((kind) => can(resourceOf(kind).read));
  const kind = search.kind && kinds.includes(search.kind) ? search.kind : (kinds[0] ?? 'lead');
  const query = useRows<DuplicatePair>(
    listDuplicatesInfiniteOptions({ query: { kind, dismissed: search.dismissed, limit: 50 } }),
  );
  const pairs = rowsOf(query.data);
  const region = useScrollRegion(t('duplicates.title'));
  const [merging, setMerging] = useState<DuplicatePair>();
  return (
    <>
      <PageHeader
        title={t('duplicates.title')}
        filters={
          <>
            <FilterChip
              label={t('duplicates.kind')}
              value={kind}
              onChange={(value) => onSearch({ kind: (value || undefined) as DuplicateKind | undefined })}
              options={kinds.map((one) => ({ value: one, label: t(`duplicates.kinds.${one}`) }))}
            />
            <FilterChip
              label={t('duplicates.show')}
              value={search.dismissed ? 'dismissed' : 'open'}
              onChange={(value) => onSearch({ dismissed: value === 'dismissed' ? true : undefined })}
              options={[
                { value: 'open', label: t('duplicates.open') },
                { value: 'dismissed', label: t('duplicates.dismissed') },
              ]}
            />
          </>
        }
      />
      <div ref={region} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
        <SettingsBody label={t('duplicates.title')}>
          {query.error && pairs.length === 0 ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : query.isPending ? (
            <Skeleton className="h-64 rounded-lg" />
          ) : pairs.length === 0 ? (
            <EmptyState
              icon={CopyCheck}
              title={t(search.dismissed ? 'duplicates.noneDismissed' : 'duplicates.none')}
              text={t('duplicates.noneText')}
            />
          ) : (
            <ul aria-label={t('duplicates.title')} className="flex flex-col gap-3">
              {pairs.map((pair) => (
                <Pair
                  key={pair.id}
                  pair={pair}
                  writable={can(resourceOf(pair.kind).write)}
                  onMerge={() => setMerging(pair)}
                />
              ))}
            </ul>
          )}
          <MoreRows query={query} />
        </SettingsBody>
      </div>
      <Suspense>
        {merging && <MergeDialog key={merging.id} pair={merging} onClose={() => setMerging(undefined)} />}
      </Suspense>
    </>
  );
}

function Pair({ pair, writable, onMerge }: { pair: DuplicatePair; writable: boolean; onMerge: () => void }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  const decision = { kind: pair.kind, first_id: pair.first.id, second_id: pair.second.id };
  const restore = useWrite(() => restoreDuplicate({ body: decision, throwOnError: true }), ['duplicate'], {
    onError: (error) => tellFailure(error, t),
  });
  const dismiss = useWrite(() => dismissDuplicate({ body: decision, throwOnError: true }), ['duplicate'], {
    onError: (error) => tellFailure(error, t),
    onDone: () =>
      toast.done(t('duplicates.dismissedNow'), {
        actions: [{ label: t('kit.undo'), run: () => restore.mutate(undefined) }],
      }),
  });
  return (
    <li className="rounded-lg border border-line bg-surface p-4 shadow-lift">
      <div className="grid gap-3 sm:grid-cols-2">
        {[pair.first, pair.second].map((half) => (
          <div key={half.id} className="min-w-0">
            <p className="font-medium wrap-anywhere">
              <RecordLink kind={pair.kind} id={half.id}>
                {half.name}
              </RecordLink>
            </p>
            <p className="text-sm wrap-anywhere text-ink-2">
              {[half.detail, half.email, half.phone && formatPhone(half.phone)].filter(Boolean).join(' · ') ||
                '—'}
            </p>
          </div>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Badge tone={pair.certain ? 'overdue' : 'attention'}>
          {t(pair.certain ? 'duplicates.certain' : 'duplicates.review')}
        </Badge>
        <span className="text-sm text-ink-2">{reasons(pair.reasons)}</span>
        {writable && (
          <span className="ml-auto flex gap-2">
            {pair.dismissed ? (
              <Button icon={Undo2} busy={restore.isPending} onClick={() => restore.mutate(undefined)}>
                {t('duplicates.restore')}
              </Button>
            ) : (
              <Button icon={Merge} variant="primary" onClick={onMerge}>
                {t('duplicates.mergeThem')}
              </Button>
            )}
            {!pair.dismissed && (
              <Button busy={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
                {t('duplicates.dismiss')}
              </Button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}
