import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, RotateCcw } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Board, Deal, DealPatch, DealSummary, Pipeline } from '@/shared/api/gen';
import { updateDeal } from '@/shared/api/gen/deals';
import { getDealOptions } from '@/shared/api/gen/deals/query';
import { named, names } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { CustomFacts } from '@/shared/custom/CustomFacts';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { lazyPart } from '@/shared/lib/lazyPart';
import { useFacts } from '@/shared/records/RecordFacts';
import { useRecordEditor } from '@/shared/records/useRecordEditor';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Fact } from '@/shared/ui/Editable';
import { ErrorState } from '@/shared/ui/ErrorState';
import { SidePanel } from '@/shared/ui/SidePanel';
import { PendingTitle, Skeleton } from '@/shared/ui/Skeleton';
import { findDeal } from './boardState';
import { DealLines } from './DealLines';
import { closeSignal, daysInStage, rotOf } from './dealSignals';
import { StageTimes } from './StageTimes';
import { stageColours } from './stageColour';
import { keepDeal } from './useBoard';
import { useReopen } from './useReopen';

const ReopenDialog = lazyPart(async () => (await import('./ReopenDialog')).ReopenDialog);

export interface DealPanelProps {
  dealId: string;
  board?: Board;
  pipeline: Pipeline;
  onClose: () => void;
  onMove: (deal: DealSummary, stageId: string) => void;
  onWin: (deal: DealSummary) => void;
  onLose: (deal: DealSummary) => void;
}

/** A deal beside the board: where it stands, what to do next, and its facts, edited where they are. */
export default function DealPanel({
  dealId,
  board,
  pipeline,
  onClose,
  onMove,
  onWin,
  onLose,
}: DealPanelProps) {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const { query, save } = useRecordEditor<Deal, DealPatch>(
    getDealOptions(named('deal', dealId)),
    async (request) => {
      const answer = await updateDeal({ ...request, query: names.deal, throwOnError: true });
      keepDeal(client, answer.data);
      return answer;
    },
    'deal',
  );
  // The card already says most of it: the panel opens filled, and only what lists leave out comes later.
  const card = query.isPending && board ? findDeal(board, dealId) : undefined;
  const deal: DealSummary | undefined = query.data ?? card;
  const reopen = useReopen();
  const [asking, setAsking] = useState(false);
  const writable = can('crm.deals:write');

  return (
    <SidePanel
      open
      onClose={onClose}
      title={deal?.title ?? (query.error ? problemText(toProblem(query.error), t).title : <PendingTitle />)}
      subtitle={deal ? (deal.company?.name ?? deal.contact?.name ?? t('crm.deal.noCompany')) : undefined}
      footer={
        deal &&
        writable &&
        (deal.status === 'open' ? (
          <>
            <Button variant="primary" icon={CircleCheck} onClick={() => onWin(deal)}>
              {t('crm.deal.win')}
            </Button>
            <Button icon={CircleX} onClick={() => onLose(deal)}>
              {t('crm.deal.lose')}
            </Button>
          </>
        ) : (
          <Button
            icon={RotateCcw}
            busy={reopen.isPending}
            onClick={() => (deal.status === 'won' ? setAsking(true) : reopen.mutate(deal))}
          >
            {t('crm.deal.reopen')}
          </Button>
        ))
      }
    >
      <Suspense>{asking && deal && <ReopenDialog deal={deal} onClose={() => setAsking(false)} />}</Suspense>
      {query.error && !deal ? (
        <ErrorState
          error={query.error}
          onRetry={() => query.refetch()}
          back={<Button onClick={onClose}>{t('kit.close')}</Button>}
        />
      ) : deal ? (
        <DealFacts
          key={deal.id}
          deal={deal}
          record={query.data}
          pipeline={pipeline}
          writable={writable}
          save={save}
          onMove={(stageId) => onMove(deal, stageId)}
        />
      ) : (
        <div className="flex flex-col gap-4">
          {[0, 1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-5 w-full" />
          ))}
        </div>
      )}
    </SidePanel>
  );
}

function DealFacts({
  deal,
  record,
  pipeline,
  writable,
  save,
  onMove,
}: {
  deal: DealSummary;
  /** The deal with its long texts, once it is read. */
  record?: Deal;
  pipeline: Pipeline;
  writable: boolean;
  save: (patch: DealPatch) => Promise<unknown>;
  onMove: (stageId: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const f = useFacts({
    record: deal,
    label: (field: 'title') => t(`fields.deal.${field}`),
    save,
    locked: !writable,
  });
  const close = closeSignal(deal.expected_close_on, format.today());
  const days = daysInStage(deal, Date.now());
  const rot = rotOf(deal, pipeline.stages.find(({ id }) => id === deal.stage_id)?.rotting_days, Date.now());

  return (
    <div className="flex flex-col gap-5">
      {deal.status === 'open' ? (
        <StageSteps deal={deal} pipeline={pipeline} writable={writable} onMove={onMove} />
      ) : (
        <p className="flex items-center gap-2">
          <Badge tone={deal.status === 'won' ? 'paid' : 'overdue'}>
            {t(`crm.deal.status.${deal.status}`)}
          </Badge>
          <span className="text-ink-2">
            {format.date(deal.closed_on)}
            {record?.lost_reason && ` · ${record.lost_reason}`}
          </span>
          {deal.status === 'lost' && !record && <Skeleton className="h-4 w-32" />}
        </p>
      )}
      <div className="flex flex-col gap-1">
        {f.required('title')}
        {f.money('amount_cents')}
        {f.date(
          'expected_close_on',
          deal.status === 'open' && close.kind === 'late' && (
            <span className="text-overdue-ink">{t('crm.deal.late', { count: close.days })}</span>
          ),
        )}
        {f.record('owner_id', 'user', deal.owner)}
        {f.record('company_id', 'company', deal.company)}
        {f.record('contact_id', 'contact', deal.contact, { within: deal.company_id })}
        <CustomFacts kind="deals" record={deal} save={save} locked={!writable} />
      </div>
      <div className="border-t border-line pt-3">
        {deal.status === 'open' && days !== null && (
          <Fact label={t('crm.deal.inStage')}>
            <span
              className={cx('tabular', rot === 'rotten' ? 'text-overdue-ink' : rot && 'text-attention-ink')}
            >
              {days === 0 ? t('crm.deal.sinceToday') : t('crm.deal.daysLong', { count: days })}
            </span>
          </Fact>
        )}
        <StageTimes dealId={deal.id} pipeline={pipeline} />
        {f.instant('created_at')}
        {f.instant('updated_at')}
      </div>
      <DealLines deal={deal} writable={writable} save={save} />
      <RecordActivities
        kind="deal"
        id={deal.id}
        currency={deal.currency}
        also={{ company_id: deal.company_id, contact_id: deal.contact_id }}
      />
    </div>
  );
}

/** The open stages as steps: where the deal is, and a click to put it elsewhere. */
function StageSteps({
  deal,
  pipeline,
  writable,
  onMove,
}: {
  deal: DealSummary;
  pipeline: Pipeline;
  writable: boolean;
  onMove: (stageId: string) => void;
}) {
  const { t } = useTranslation();
  const open = pipeline.stages.filter((stage) => stage.type === 'open');
  const colours = stageColours(pipeline.stages);
  const at = open.findIndex((stage) => stage.id === deal.stage_id);
  const here = open[at];
  return (
    <div>
      <ol aria-label={t('fields.deal.stage_id')} className="flex gap-1">
        {open.map((stage, index) => (
          <li key={stage.id} className="min-w-0 flex-1">
            <button
              type="button"
              disabled={!writable || index === at}
              aria-current={index === at ? 'step' : undefined}
              aria-label={index === at ? stage.name : t('crm.deal.moveToStage', { stage: stage.name })}
              title={stage.name}
              onClick={() => onMove(stage.id)}
              className="group flex h-5 w-full items-center rounded-sm"
            >
              <span
                className={cx(
                  'block h-1 w-full rounded-full transition-colors duration-100',
                  index <= at
                    ? (colours.get(here?.id ?? '') ?? 'bg-accent')
                    : 'bg-line group-hover:not-disabled:bg-line-strong',
                )}
              />
            </button>
          </li>
        ))}
      </ol>
      {here && (
        <p className="mt-0.5 flex justify-between text-ink-2">
          <span className="font-medium text-ink">{here.name}</span>
          <span className="tabular">{t('crm.deal.probability', { percent: here.probability })}</span>
        </p>
      )}
    </div>
  );
}
