import { useQuery } from '@tanstack/react-query';
import { SquareKanban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DealSummary } from '@/shared/api/gen';
import { bulkDeals } from '@/shared/api/gen/bulk';
import { getDealOptions, listDealsInfiniteOptions } from '@/shared/api/gen/deals/query';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import { named, names } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { optionsOf } from '@/shared/lib/optionsOf';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { Badge, type Tone } from '@/shared/ui/Badge';
import { NarrowRow } from '@/shared/ui/DataTable';
import { LinkButton } from '@/shared/ui/LinkButton';
import { type DealsSearch, dealMarks, dealStatuses } from './dealSearch';
import { useLostReasons } from './useLostReasons';

const DealAway = lazyPart(async () => (await import('./DealAway')).DealAway);
const NewDealDialog = lazyPart(async () => (await import('./NewDealDialog')).default);

const tones: Record<DealSummary['status'], Tone> = { open: 'accent', won: 'paid', lost: 'neutral' };

/** The deals of all pipelines as rows: what the board has no room for. */
export function DealsPage(page: PageProps<DealsSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sort = '-created_at', q, status, pipeline_id, stage_id, owner_id, company_id } = page.search;
  const { lost_reason_id, mark } = page.search;
  const reasons = useLostReasons();
  const { expected_close_on_from, expected_close_on_to } = page.search;
  const label = (field: 'title') => t(`fields.deal.${field}`);
  const column = useColumns<DealSummary>(label);
  const filter = useFilters(page, label);
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 }).data?.data ?? [];
  const several = pipelines.length > 1;
  const stages = pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipeline })));
  const stageName = (id: string) => stages.find((stage) => stage.id === id)?.name;
  const optionOf = ({ id, name, pipeline }: (typeof stages)[number]) => ({
    value: id,
    label: several ? `${pipeline.name} · ${name}` : name,
  });
  const statusName = (one: DealSummary['status']) => t(`crm.deal.statuses.${one}`);
  const badge = (deal: DealSummary) => <Badge tone={tones[deal.status]}>{statusName(deal.status)}</Badge>;
  usePartsLater(DealAway, NewDealDialog);
  const chosen = pipelines.find(({ id }) => id === pipeline_id);
  const usual = chosen ?? pipelines.find((one) => one.is_default) ?? pipelines[0];
  return (
    <ListPage
      {...page}
      kind="deal"
      title={t('crm.deal.list.title')}
      texts="crm.deal.list"
      defaultSort="-created_at"
      query={useRows<DealSummary>(
        listDealsInfiniteOptions({
          query: {
            ...{ sort, q, pipeline_id, stage_id, owner_id, company_id },
            ...{ expected_close_on_from, expected_close_on_to, lost_reason_id },
            mark: mark && [mark],
            status: status && [status],
            limit: 100,
            ...names.deal,
            ...page.search.more,
          },
        }),
      )}
      filters={[
        filter.choice('status', optionsOf(dealStatuses, statusName), { feminine: true }),
        ...(several
          ? [
              filter.choice(
                'pipeline_id',
                pipelines.map(({ id, name }) => ({ value: id, label: name })),
                { label: t('crm.board.pipeline'), without: { stage_id: undefined } },
              ),
            ]
          : []),
        filter.choice(
          'stage_id',
          stages.filter(({ pipeline }) => !chosen || pipeline === chosen).map(optionOf),
          {
            feminine: true,
          },
        ),
        filter.record('owner_id', 'user'),
        filter.record('company_id', 'company', { feminine: true }),
        filter.choice(
          'mark',
          optionsOf(dealMarks, (one) => t(`crm.mark.${one}`)),
          {
            label: t('crm.mark.label'),
            feminine: true,
          },
        ),
        filter.choice('lost_reason_id', reasons?.map(({ id, name }) => ({ value: id, label: name })) ?? [], {
          label: t('fields.deal.lost_reason'),
        }),
        filter.days(['expected_close_on_from', 'expected_close_on_to'], {
          label: t('fields.deal.expected_close_on'),
          presets: [],
        }),
      ]}
      columns={[
        column.text('title', { sort: true, width: '22%' }),
        column.of('company_id', (deal) => deal.company?.name),
        column.of('stage_id', (deal) => stageName(deal.stage_id), { width: '9rem' }),
        column.of('status', badge, { width: '7rem', text: (deal) => statusName(deal.status) }),
        column.money('amount_cents', { sort: true, width: '9rem', strong: true }),
        column.money('mrr_cents', { width: '8rem', hideBelow: '2xl' }),
        column.date('expected_close_on', { sort: true, width: '7.5rem', hideBelow: 'lg' }),
        column.of('owner_id', (deal) => deal.owner?.name, { width: '9rem', hideBelow: 'lg' }),
        column.day('created_at', { sort: true, width: '7rem', align: 'right', hideBelow: 'xl' }),
      ]}
      worth={(deal) => ({ cents: deal.amount_cents, currency: deal.currency })}
      totals="amount_cents"
      actions={
        <LinkButton
          icon={SquareKanban}
          place={{ to: '/pipeline', search: { pipeline: pipeline_id, owner: owner_id, q } }}
        >
          {t('crm.deal.list.board')}
        </LinkButton>
      }
      narrow={(deal) => (
        <NarrowRow
          title={deal.title}
          aside={format.money(deal.amount_cents, deal.currency)}
          detail={[deal.company?.name, stageName(deal.stage_id)].filter(Boolean).join(' · ')}
          badge={badge(deal)}
        />
      )}
      bulk={{
        send: bulkDeals,
        actions: [
          { type: 'assign', param: 'owner_id', as: 'user' },
          {
            type: 'move',
            param: 'stage_id',
            as: 'choice',
            options: stages.filter(({ type }) => type === 'open').map(optionOf),
          },
          {
            type: 'lose',
            param: 'lost_reason_id',
            as: 'choice',
            options: reasons?.map(({ id, name }) => ({ value: id, label: name })),
          },
        ],
      }}
      panel={(id, close) => <DealBeside key={id} id={id} onClose={close} />}
      form={(close, done) => usual && <NewDealDialog pipeline={usual} onClose={close} onCreated={done} />}
    />
  );
}

/** The panel knows the stages that its deal can go to. */
function DealBeside({ id, onClose }: { id: string; onClose: () => void }) {
  const deal = useQuery(getDealOptions(named('deal', id))).data;
  const pipelines = useQuery({ ...listPipelinesOptions(), staleTime: 60_000 }).data?.data;
  const pipeline = pipelines?.find((one) => one.id === deal?.pipeline_id) ?? pipelines?.[0];
  return pipeline && <DealAway id={id} pipeline={pipeline} onClose={onClose} />;
}
