import { useTranslation } from 'react-i18next';
import type { LeadStage, LeadSummary } from '@/shared/api/gen';
import { listLeadsInfiniteOptions } from '@/shared/api/gen/leads/query';
import { names } from '@/shared/api/names';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useUserOptions } from '@/shared/pickers/options';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import { type LeadSort, leadStages, stageTone } from './leadStages';
import { Score } from './Score';
import { useSourceName, useSourceOptions } from './useSourceName';

const LeadPanel = lazyPart(async () => (await import('./LeadPanel')).LeadPanel);
const LeadForm = lazyPart(async () => (await import('./LeadForm')).LeadForm);

export interface LeadsSearch extends ListSearch {
  sort?: LeadSort;
  stage?: LeadStage;
  source?: string;
  owner?: string;
}

export function LeadsPage({ search, onSearch }: PageProps<LeadsSearch>) {
  const { t } = useTranslation();
  const column = useColumns<LeadSummary>((field: 'name') => t(`fields.lead.${field}`));
  const users = useUserOptions();
  const sourceName = useSourceName();
  const sources = useSourceOptions();
  const query = useRows<LeadSummary>(
    listLeadsInfiniteOptions({
      query: {
        sort: search.sort ?? '-created_at',
        stage: search.stage && [search.stage],
        source: search.source,
        owner_id: search.owner,
        q: search.q,
        limit: 100,
        ...names.lead,
      },
    }),
  );
  usePartsLater(LeadPanel, LeadForm);
  const stageBadge = (lead: LeadSummary) => (
    <Badge tone={stageTone[lead.stage]}>{t(`crm.lead.stages.${lead.stage}`)}</Badge>
  );
  return (
    <ListPage
      kind="lead"
      search={search}
      onSearch={onSearch}
      defaultSort="-created_at"
      query={query}
      texts={{
        search: t('crm.lead.search'),
        empty: t('crm.lead.empty'),
        emptyText: t('crm.lead.emptyText'),
        nothing: t('crm.lead.nothing'),
      }}
      filters={{
        names: ['stage', 'source', 'owner'],
        chips: (
          <>
            <FilterChip
              label={t('fields.lead.stage')}
              allLabel={t('kit.allFeminine')}
              value={search.stage ?? ''}
              onChange={(stage) => onSearch({ stage: stage || undefined })}
              options={leadStages.map((stage) => ({ value: stage, label: t(`crm.lead.stages.${stage}`) }))}
            />
            <FilterChip
              label={t('fields.lead.source')}
              allLabel={t('kit.allFeminine')}
              value={search.source ?? ''}
              onChange={(source) => onSearch({ source: source || undefined })}
              options={sources}
            />
            <FilterChip
              label={t('fields.lead.owner_id')}
              value={search.owner ?? ''}
              onChange={(owner) => onSearch({ owner: owner || undefined })}
              options={users}
            />
          </>
        ),
      }}
      columns={[
        column.text('name', { sort: true, width: '20%' }),
        column.text('company_name'),
        column.of('stage', stageBadge, { width: '8.5rem' }),
        column.of('bant_score', (lead) => <Score value={lead.bant_score} />, {
          sort: true,
          width: '8rem',
          text: (lead) => String(lead.bant_score),
        }),
        column.of('source', (lead) => lead.source && sourceName(lead.source), {
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
          aside={<Score value={lead.bant_score} />}
          detail={lead.company_name ?? lead.email}
          badge={stageBadge(lead)}
        />
      )}
      panel={(id, close) => <LeadPanel key={id} leadId={id} onClose={close} />}
      form={(close, done) => <LeadForm onClose={close} onDone={done} />}
    />
  );
}
