import { useQuery } from '@tanstack/react-query';
import { Plus, Rows3, SquareKanban } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board as BoardData, DealMark, DealSummary, Pipeline } from '@/shared/api/gen';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { useFormat } from '@/shared/format/useFormat';
import { withTexts } from '@/shared/i18n';
import { textOr } from '@/shared/lib/humanise';
import type { ListSearch } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { ErrorState } from '@/shared/ui/ErrorState';
import { LinkButton } from '@/shared/ui/LinkButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { type Arrangeable, plainLayout } from '@/shared/ui/tableLayout';
import type { QuestionWords } from '@/shared/views/question';
import type { ViewBarProps } from '@/shared/views/ViewBar';
import { Board } from './Board';
import { BoardSkeleton } from './BoardSkeleton';
import { findDeal, openTotals, type Place, rowsOfBoard } from './boardState';
import { useCardParts } from './cardParts';
import { dealMarks as marks } from './dealSearch';
import { useBoard, useMoveDeal } from './useBoard';
import { useLiveBoard } from './useLiveBoard';
import { useNextSteps } from './useNextSteps';
import type { ZoneUse } from './zones';

// What opens over the board brings the forms' library, which the board itself can do without.
const DealPanel = lazy(() => import('./DealPanel'));
const RecordBeside = lazy(() => withTexts(['loop'], () => import('@/shared/loop/RecordBeside')));
const LoseDialog = lazy(() => import('./LoseDialog'));
const NewDealDialog = lazy(() => import('./NewDealDialog'));
const CloseSaleDialog = lazy(() => import('./CloseSaleDialog'));
const DealFieldsDialog = lazy(() => import('./DealFieldsDialog'));
const CardPartsButton = lazy(() => import('./CardPartsButton'));
const BoardSelection = lazy(() => import('./BoardSelection'));
const BulkBar = lazy(() => withTexts(['bulk'], () => import('@/shared/bulk/BulkBar')));
const ViewBar = lazy(() => withTexts(['views'], () => import('@/shared/views/ViewBar'))) as <
  S extends ListSearch,
>(
  props: ViewBarProps<S>,
) => ReactNode;

/** The board has no columns of a table to arrange: a view of it is its question alone. */
const noColumns: readonly Arrangeable[] = [];
const nothing = () => undefined;

/** How the address of the board says what the list of deals is asked by. */
const words: QuestionWords<PipelineSearch> = {
  filters: ({ pipeline, owner, q, mark, more }) =>
    Object.fromEntries(
      Object.entries({ pipeline_id: pipeline, owner_id: owner, q, mark, ...more }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  // A stage is a column here: a view of one shows all of them.
  search: ({ pipeline_id, owner_id, q, mark, stage_id: _, ...more }) => ({
    known: {
      ...(pipeline_id && { pipeline: pipeline_id }),
      owner: owner_id,
      q,
      mark: marks.find((one) => one === mark),
    },
    more: mark && !marks.some((one) => one === mark) ? { ...more, mark } : more,
  }),
};

export interface PipelineSearch extends Omit<ListSearch, 'id' | 'sort'> {
  pipeline?: string;
  owner?: string;
  mark?: DealMark;
  id?: undefined;
  sort?: undefined;
  /** The deal whose panel is open. */
  deal?: string;
  /** The stage in which a new deal begins. */
  stage?: string;
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
    () => ({
      pipelineId: pipeline.id,
      ownerId: search.owner,
      q: search.q,
      mark: search.mark,
      more: search.more,
    }),
    [pipeline.id, search.owner, search.q, search.mark, search.more],
  );
  const query = useBoard(filter);
  useLiveBoard(filter);
  const [closing, setClosing] = useState<{ how: ZoneUse; deal: DealSummary } | null>(null);
  const [lacking, setLacking] = useState<{ deal: DealSummary; place: Place; fields: string[] } | null>(null);
  const move = useMoveDeal(filter, (dealId, place, fields) => {
    const deal = query.data && findDeal(query.data, dealId);
    if (deal) setLacking({ deal, place, fields });
  });
  const [parts, togglePart] = useCardParts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Another question is about other cards.
  const [asked, setAsked] = useState(filter);
  if (asked !== filter) {
    setAsked(filter);
    setChosen(new Set());
  }
  const [order, setOrder] = useState<{ move: string } | 'lose' | null>(null);
  const [job, setJob] = useState<string>();
  /** The title with which a deal was begun that needs the whole form. */
  const [typed, setTyped] = useState('');
  const canWrite = can('crm.deals:write');
  const board = query.data;
  const steps = useNextSteps(board, can('crm.activities:read'));
  const clearChosen = useCallback(() => setChosen(new Set()), []);
  const choose = useCallback(
    (id: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const ordered = useCallback(() => setOrder(null), []);
  // What is not on the board any more is not meant any more.
  const picked = useMemo(
    () => (board ? rowsOfBoard(board).filter(({ id, status }) => chosen.has(id) && status === 'open') : []),
    [board, chosen],
  );
  const clear = () => onSearch({ owner: undefined, q: undefined, mark: undefined, more: undefined });
  const openNew = useCallback(() => onSearch({ new: true }), [onSearch]);

  useShortcut('n', openNew, canWrite);

  const owners = [
    { value: me.id, label: t('crm.board.me') },
    ...users.filter((user) => user.value !== me.id),
  ];
  const totals = board && openTotals(board);
  const cards = useMemo(() => board?.stages.flatMap(({ deals }) => deals.map(({ id }) => id)) ?? [], [board]);
  const filtered = Boolean(search.owner || search.q || search.mark || search.more);

  return (
    <>
      <Suspense fallback={<div className="h-9.25 shrink-0 border-b border-line" />}>
        <ViewBar
          kind="deals"
          search={search}
          onSearch={onSearch}
          names={viewNames}
          words={words}
          defaultSort="-created_at"
          columns={noColumns}
          layout={plainLayout}
          onView={nothing}
          onPlain={nothing}
        />
      </Suspense>
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
            <FilterChip
              label={t('crm.mark.label')}
              value={search.mark ?? ''}
              onChange={(mark) => onSearch({ mark: mark || undefined })}
              options={marks.map((value) => ({ value, label: t(`crm.mark.${value}`) }))}
            />
            <SearchBox
              label={t('crm.board.search')}
              value={search.q ?? ''}
              onChange={(q) => onSearch({ q: q.trim() || undefined }, { replace: true })}
            />
            {Object.entries(search.more ?? {}).map(([name, value]) => (
              <Chip
                key={name}
                onRemove={() => {
                  const { [name]: _, ...rest } = search.more ?? {};
                  onSearch({ more: Object.keys(rest).length > 0 ? rest : undefined });
                }}
              >
                {textOr(`fields.deal.${name}`, name)}: {value}
              </Chip>
            ))}
            {filtered && (
              <Button variant="ghost" size="sm" onClick={clear}>
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
            <Suspense>
              <CardPartsButton parts={parts} onToggle={togglePart} />
            </Suspense>
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
          closing={closing !== null || lacking !== null}
          selectedId={search.deal}
          hrefOf={hrefOf}
          onOpen={(deal) => onSearch({ deal })}
          onMove={move}
          onWin={(deal) => setClosing({ how: 'win', deal })}
          onLose={(deal) => setClosing({ how: 'lose', deal })}
          onPostpone={(deal) => setClosing({ how: 'postpone', deal })}
          chosen={chosen}
          onChoose={choose}
          onSeveral={setOrder}
          parts={parts}
          steps={steps}
          onWhole={(stage, title) => {
            setTyped(title);
            onSearch({ new: true, stage });
          }}
          loadMore={query.loadMore}
        />
      )}
      <Suspense>
        {board && picked.length > 0 && (
          <BoardSelection
            board={board}
            deals={picked}
            order={order}
            onOrdered={ordered}
            onJob={setJob}
            onClear={clearChosen}
          />
        )}
        {job && board && (
          <BulkBar
            key={job}
            id={job}
            kind="deal"
            nameOf={(id) => findDeal(board, id)?.title}
            onJob={setJob}
          />
        )}
      </Suspense>
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
            stageId={search.stage}
            title={typed}
            onClose={() => {
              setTyped('');
              onSearch({ new: undefined, stage: undefined });
            }}
            onCreated={(deal) => {
              setTyped('');
              onSearch({ new: undefined, stage: undefined, deal: deal.id });
            }}
          />
        )}
        {closing?.how === 'win' && <CloseSaleDialog deal={closing.deal} onClose={() => setClosing(null)} />}
        {closing?.how === 'lose' && <LoseDialog deal={closing.deal} onClose={() => setClosing(null)} />}
        {closing?.how === 'postpone' && (
          <DealFieldsDialog
            deal={closing.deal}
            fields={postponed}
            title={t('crm.zones.postpone')}
            submit={t('crm.zones.postponeConfirm')}
            onDone={() => setClosing(null)}
            onClose={() => setClosing(null)}
          />
        )}
        {lacking && (
          <DealFieldsDialog
            deal={lacking.deal}
            fields={lacking.fields}
            title={t('crm.required.title', {
              stage: pipeline.stages.find(({ id }) => id === lacking.place.stageId)?.name,
            })}
            submit={t('crm.required.confirm')}
            onDone={(saved) => {
              setLacking(null);
              move(saved.id, lacking.place);
            }}
            onOpen={() => {
              setLacking(null);
              onSearch({ deal: lacking.deal.id });
            }}
            onClose={() => setLacking(null)}
          />
        )}
      </Suspense>
    </>
  );
}

const viewNames = ['q', 'owner', 'mark'] as const;
const postponed = ['expected_close_on'] as const;
const isEmpty = (board: BoardData) => board.stages.every((stage) => stage.count === 0);
