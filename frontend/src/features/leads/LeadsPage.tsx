import { useTranslation } from 'react-i18next';
import type { LeadStage, LeadSummary } from '@/shared/api/gen';
import { bulkLeads } from '@/shared/api/gen/bulk';
import { listLeadsInfiniteOptions } from '@/shared/api/gen/leads/query';
import { names } from '@/shared/api/names';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { optionsOf } from '@/shared/lib/optionsOf';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { NarrowRow } from '@/shared/ui/DataTable';
import { type LeadSort, leadStages, openStages, stageTone } from './leadStages';
import { Score } from './Score';
import { useLeadSources } from './useLeadSources';
import { useTags } from './useTags';

const LeadPanel = lazyPart(async () => (await import('./LeadPanel')).LeadPanel);
const LeadForm = lazyPart(async () => (await import('./LeadForm')).LeadForm);

export interface LeadsSearch extends ListSearch {
  sort?: LeadSort;
  stage?: LeadStage;
  source?: string;
  owner_id?: string;
  tag?: string;
}

export function LeadsPage(page: PageProps<LeadsSearch>) {
  const { t } = useTranslation();
  const { sort = '-created_at', q, stage, source, owner_id, tag } = page.search;
  const label = (field: 'name') => t(`fields.lead.${field}`);
  const column = useColumns<LeadSummary>(label);
  const filter = useFilters(page, label);
  const sources = useLeadSources();
  const tags = useTags();
  const stageName = (one: LeadStage) => t(`crm.lead.stages.${one}`);
  const stageBadge = (lead: LeadSummary) => (
    <Badge tone={stageTone[lead.stage]}>{stageName(lead.stage)}</Badge>
  );
  usePartsLater(LeadPanel, LeadForm);
  return (
    <ListPage
      {...page}
      kind="lead"
      texts="crm.lead.list"
      defaultSort="-created_at"
      query={useRows<LeadSummary>(
        listLeadsInfiniteOptions({
          query: {
            sort,
            q,
            stage: stage && [stage],
            source,
            owner_id,
            tag,
            limit: 100,
            ...names.lead,
            ...page.search.more,
          },
        }),
      )}
      filters={[
        filter.choice('stage', optionsOf(leadStages, stageName), { feminine: true }),
        filter.choice('source', optionsOf(sources.keys, sources.name), { feminine: true }),
        filter.record('owner_id', 'user'),
        ...(tags.length > 0 || tag
          ? [filter.choice('tag', optionsOf(tags, String), { label: t('crm.lead.tag'), feminine: true })]
          : []),
      ]}
      columns={[
        column.text('name', { sort: true, width: '20%' }),
        column.text('company_name'),
        column.of('stage', stageBadge, { width: '8.5rem' }),
        column.of('score', (lead) => <Score value={lead.score} />, {
          sort: true,
          width: '8rem',
          text: (lead) => String(lead.score),
        }),
        column.of('source', (lead) => lead.source && sources.name(lead.source), {
          width: '8rem',
          hideBelow: 'lg',
        }),
        column.text('email', { hideBelow: '2xl' }),
        column.phone('phone', { width: '9rem', hideBelow: 'xl' }),
        column.of('owner_id', (lead) => lead.owner?.name, { width: '9rem', hideBelow: 'lg' }),
        column.day('created_at', { sort: true, width: '7rem', align: 'right' }),
      ]}
      narrow={(lead) => (
        <NarrowRow
          title={lead.name}
          aside={<Score value={lead.score} />}
          detail={lead.company_name ?? lead.email}
          badge={stageBadge(lead)}
        />
      )}
      bulk={{
        send: bulkLeads,
        actions: [
          { type: 'assign', param: 'owner_id', as: 'user' },
          { type: 'set_stage', param: 'stage', as: 'choice', options: optionsOf(openStages, stageName) },
          {
            type: 'set_source',
            param: 'source',
            as: 'choice',
            options: optionsOf(sources.keys, sources.name),
            empty: true,
          },
          { type: 'add_tags', param: 'tags', as: 'tags' },
          { type: 'remove_tags', param: 'tags', as: 'tags' },
          { type: 'delete' },
        ],
      }}
      panel={(id, close) => <LeadPanel key={id} leadId={id} onClose={close} />}
      form={(close, done) => <LeadForm onClose={close} onDone={done} />}
    />
  );
}
