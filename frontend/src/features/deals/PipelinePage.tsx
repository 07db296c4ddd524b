import { useQuery } from '@tanstack/react-query';
import { Plus, Rows3, SquareKanban } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board as BoardData, DealSummary, Pipeline } from '@/shared/api/gen';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { useFormat } from '@/shared/format/useFormat';
import { withTexts } from '@/shared/i18n';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Board } from './Board';
import { BoardSkeleton } from './BoardSkeleton';
import { openTotals } from './boardState';
import { useBoard, useMoveDeal } from './useBoard';
import { useLiveBoard } from './useLiveBoard';

// What opens over the board brings the forms' library, which the board itself can do without.
const DealPanel = lazy(() => import('./DealPanel'));
const RecordBeside = lazy(() => withTexts(['loop'], () => import('@/shared/loop/RecordBeside')));
const LoseDialog = lazy(() => import('./LoseDialog'));
const NewDealDialog = lazy(() => import('./NewDealDialog'));
const CloseSaleDialog = lazy(() => import('./CloseSaleDialog'));

export interface PipelineSearch {
  pipeline?: string;
  owner?: string;
  q?: string;
  /** The deal whose panel is open. */
  deal?: string;
  new?: true;
}

export interface PipelinePageProps {
  search: PipelineSearch;
  onSearch: (change: Partial<PipelineSearch>, options?: { replace?: boolean }) => void;
  hrefOf: (dealId: string) => string;
}

export function PipelinePage(props: PipelinePageProps) {
  const { t } = useTranslation();
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 });
  const list = pipelines.data?.data;
  const pipeline =
    list?.find((candidate) => candidate.id === props.search.pipeline) ??
    list?.find((candidate) => candidate.is_default) ??
    list?.[0];
  if (pipelines.error && !list) {
    return (
      <>
        <PageHeader title={t('crm.board.title')} />
        <ErrorState error={pipelines.error} onRetry={() => pipelines.refetch()} />
      </>
    );
  }
  if (list && !pipeline) {
    return (
      <>
        <PageHeader title={t('crm.board.title')} />
        <EmptyState
          icon={SquareKanban}
          title={t('crm.board.noPipeline')}
          text={t('crm.board.noPipelineText')}
        />
      </>
    );
  }
  if (!list || !pipeline) {
    return (
      <>
        <PageHeader title={t('crm.board.title')} />
        <BoardSkeleton />
      </>
    );
  }
  return <PipelineBoard {...props} pipeline={pipeline} pipelines={list} />;
}

function PipelineBoard({
  search,
  onSearch,
  hrefOf,
  pipeline,
  pipelines,
}: PipelinePageProps & { pipeline: Pipeline; pipelines: Pipeline[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const me = useProfile().user;
  const users = useUserOptions();
  const filter = useMemo(
    () => ({ pipelineId: pipeline.id, ownerId: search.owner, q: search.q }),
    [pipeline.id, search.owner, search.q],
  );
  const query = useBoard(filter);
  useLiveBoard(filter);
  const move = useMoveDeal(filter);
  const [closing, setClosing] = useState<{ how: 'win' | 'lose'; deal: DealSummary } | null>(null);
  const canWrite = can('crm.deals:write');
  const board = query.data;
  const openNew = useCallback(() => onSearch({ new: true }), [onSearch]);

  useShortcut('n', openNew, canWrite);

  const owners = [
    { value: me.id, label: t('crm.board.me') },
    ...users.filter((user) => user.value !== me.id),
  ];
  const totals = board && openTotals(board);
  const cards = useMemo(() => board?.stages.flatMap(({ deals }) => deals.map(({ id }) => id)) ?? [], [board]);
  const filtered = Boolean(search.owner || search.q);

  return (
    <>
      <PageHeader
        parent={t('shell.nav.pipeline')}
        title={pipeline.name}
        document={t('crm.board.documentTitle', { name: pipeline.name })}
        filters={
          <>
            {pipelines.length > 1 && (
              <FilterChip
                label={t('crm.board.pipeline')}
                required
                value={pipeline.id}
                onChange={(id) => onSearch({ pipeline: id || undefined, deal: undefined })}
                options={pipelines.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
            <FilterChip
              label={t('fields.deal.owner_id')}
              value={search.owner ?? ''}
              onChange={(owner) => onSearch({ owner: owner || undefined })}
              options={owners}
            />
            <SearchBox
              label={t('crm.board.search')}
              value={search.q ?? ''}
              onChange={(q) => onSearch({ q: q.trim() || undefined }, { replace: true })}
            />
            {filtered && (
              <Button variant="ghost" size="sm" onClick={() => onSearch({ owner: undefined, q: undefined })}>
                {t('kit.clearFilters')}
              </Button>
            )}
          </>
        }
        actions={
          <>
            {totals && (
              <p className="tabular mr-1 text-ink-2 max-sm:hidden">
                {t('crm.board.open')}{' '}
                <strong className="font-semibold text-ink">{format.moneyRounded(totals.amount)}</strong>
                {' · '}
                {t('crm.board.forecast')}{' '}
                <strong className="font-semibold text-ink">{format.moneyRounded(totals.weighted)}</strong>
              </p>
            )}
            <LinkButton
              icon={Rows3}
              place={{
                to: '/deals',
                search: {
                  status: 'open',
                  pipeline_id: pipelines.length > 1 ? pipeline.id : undefined,
                  owner_id: search.owner,
                  q: search.q,
                },
              }}
            >
              {t('crm.board.list')}
            </LinkButton>
            {canWrite && (
              <Button variant="primary" icon={Plus} shortcut="N" onClick={openNew}>
                {t('shell.new.deal')}
              </Button>
            )}
          </>
        }
      />
      {query.error && !board ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : !board ? (
        <BoardSkeleton stages={pipeline.stages} />
      ) : (
        <Board
          board={board}
          // The stages are what a new company has to see first: what to do next stands among them.
          hint={
            isEmpty(board) &&
            !filtered && (
              <EmptyState
                icon={SquareKanban}
                title={t('crm.board.empty')}
                text={t('crm.board.emptyText')}
                action={
                  canWrite && (
                    <Button variant="primary" icon={Plus} onClick={openNew}>
                      {t('shell.new.deal')}
                    </Button>
                  )
                }
              />
            )
          }
          canWrite={canWrite}
          closing={closing !== null}
          selectedId={search.deal}
          hrefOf={hrefOf}
          onOpen={(deal) => onSearch({ deal })}
          onMove={move}
          onWin={(deal) => setClosing({ how: 'win', deal })}
          onLose={(deal) => setClosing({ how: 'lose', deal })}
          loadMore={query.loadMore}
        />
      )}
      <Suspense>
        {search.deal && (
          <RecordBeside
            kind="deal"
            id={search.deal}
            ids={cards}
            onOpen={(deal) => onSearch({ deal }, { replace: true })}
          >
            <DealPanel
              key={search.deal}
              dealId={search.deal}
              board={board}
              pipeline={pipeline}
              onClose={() => onSearch({ deal: undefined })}
              onMove={(deal, stageId) => move(deal.id, { stageId, index: 0 })}
              onWin={(deal) => setClosing({ how: 'win', deal })}
              onLose={(deal) => setClosing({ how: 'lose', deal })}
            />
          </RecordBeside>
        )}
      </Suspense>
      {/* Apart from the panel: it would be hidden, and lose the focus, while the code of a dialog is fetched. */}
      <Suspense>
        {search.new && canWrite && (
          <NewDealDialog
            pipeline={pipeline}
            onClose={() => onSearch({ new: undefined })}
            onCreated={(deal) => onSearch({ new: undefined, deal: deal.id })}
          />
        )}
        {closing?.how === 'win' && <CloseSaleDialog deal={closing.deal} onClose={() => setClosing(null)} />}
        {closing?.how === 'lose' && <LoseDialog deal={closing.deal} onClose={() => setClosing(null)} />}
      </Suspense>
    </>
  );
}

const isEmpty = (board: BoardData) => board.stages.every((stage) => stage.count === 0);
