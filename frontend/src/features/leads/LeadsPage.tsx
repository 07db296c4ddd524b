import { Filter } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadStage, LeadSummary } from '@/shared/api/gen';
import { listLeadsInfiniteOptions } from '@/shared/api/gen/leads/query';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { useLater } from '@/shared/lib/useLater';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useUserOptions } from '@/shared/pickers/options';
import { ListPage } from '@/shared/records/ListPage';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import { type LeadSort, leadStages, stageTone } from './leadStages';
import { Score } from './Score';
import { useSourceName, useSourceOptions } from './useSourceName';

// What opens over the list brings the forms' library, which the list itself can do without; it comes once the list is drawn.
const loadLeadPanel = async () => ({ default: (await import('./LeadPanel')).LeadPanel });
const LeadPanel = lazy(loadLeadPanel);
const loadLeadForm = async () => ({ default: (await import('./LeadForm')).LeadForm });
const LeadForm = lazy(loadLeadForm);

export interface LeadsSearch extends ListSearch {
  sort?: LeadSort;
  stage?: LeadStage;
  source?: string;
  owner?: string;
}

export function LeadsPage({ search, onSearch }: PageProps<LeadsSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
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
      },
    }),
  );
  useLiveQuery('lead');
  useLater(loadLeadPanel);
  useLater(loadLeadForm);
  const stageBadge = (lead: LeadSummary) => (
    <Badge tone={stageTone[lead.stage]}>{t(`crm.lead.stages.${lead.stage}`)}</Badge>
  );
  return (
    <ListPage
      title={t('shell.nav.leads')}
      icon={Filter}
      search={search}
      onSearch={onSearch}
      defaultSort="-created_at"
      query={query}
      write="crm.leads:write"
      texts={{
        search: t('crm.lead.search'),
        create: t('crm.lead.new'),
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
        { id: 'name', header: t('fields.lead.name'), sort: 'name', width: '20%', cell: (lead) => lead.name },
        { id: 'company', header: t('fields.lead.company_name'), cell: (lead) => lead.company_name },
        { id: 'stage', header: t('fields.lead.stage'), width: '8.5rem', cell: stageBadge },
        {
          id: 'score',
          header: t('fields.lead.bant_score'),
          sort: 'bant_score',
          width: '8rem',
          cell: (lead) => <Score value={lead.bant_score} />,
          text: (lead) => String(lead.bant_score),
        },
        {
          id: 'source',
          header: t('fields.lead.source'),
          width: '8rem',
          hideBelow: 'lg',
          cell: (lead) => lead.source && sourceName(lead.source),
        },
        { id: 'email', header: t('fields.lead.email'), hideBelow: '2xl', cell: (lead) => lead.email },
        {
          id: 'phone',
          header: t('fields.lead.phone'),
          width: '9rem',
          hideBelow: 'xl',
          cell: ({ phone }) => <span className="tabular">{phone && formatPhone(phone)}</span>,
        },
        {
          id: 'owner',
          header: t('fields.lead.owner_id'),
          width: '9rem',
          hideBelow: 'lg',
          cell: (lead) => lead.owner_name,
        },
        {
          id: 'created',
          header: t('fields.lead.created_at'),
          sort: 'created_at',
          width: '7rem',
          align: 'right',
          cell: ({ created_at }) => created_at && format.date(format.day(created_at)),
        },
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
