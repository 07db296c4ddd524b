import { useInfiniteQuery } from '@tanstack/react-query';
import { Filter, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadStage, LeadSummary } from '@/shared/api/gen';
import { listLeadsInfiniteOptions } from '@/shared/api/gen/leads/query';
import { cursorPages } from '@/shared/api/pages';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { type ListPageProps, type ListSearch, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { type DataColumn, DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { LeadPanel } from './LeadPanel';
import { type LeadSort, leadStages, stageTone } from './leadStages';
import { NewLeadDialog } from './NewLeadDialog';
import { Score } from './Score';
import { useSourceName, useSourceOptions } from './useSourceName';

export interface LeadsSearch extends ListSearch {
  sort?: LeadSort;
  stage?: LeadStage;
  source?: string;
  owner?: string;
}

export function LeadsPage(props: ListPageProps<LeadsSearch>) {
  const { search, onSearch } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const users = useUserOptions();
  const sourceName = useSourceName();
  const sources = useSourceOptions();
  const canWrite = can('crm.leads:write');
  const { open, close, create } = useRecordPanel(props, canWrite);
  const query = useInfiniteQuery({
    ...listLeadsInfiniteOptions({
      query: {
        sort: search.sort ?? '-created_at',
        stage: search.stage,
        source: search.source,
        owner_id: search.owner,
        q: search.q,
      },
    }),
    ...cursorPages,
  });
  const columns = useMemo<DataColumn<LeadSummary>[]>(
    () => [
      { id: 'name', header: t('crm.lead.name'), sort: 'name', width: '20%', cell: (lead) => lead.name },
      { id: 'company', header: t('crm.lead.company'), cell: (lead) => lead.company_name },
      {
        id: 'stage',
        header: t('crm.lead.stage'),
        width: '8.5rem',
        cell: (lead) => <Badge tone={stageTone[lead.stage]}>{t(`crm.lead.stages.${lead.stage}`)}</Badge>,
      },
      {
        id: 'score',
        header: t('crm.lead.score'),
        sort: 'bant_score',
        width: '8rem',
        cell: (lead) => <Score value={lead.bant_score} />,
      },
      {
        id: 'source',
        header: t('crm.lead.source'),
        width: '8rem',
        hideBelow: 'lg',
        cell: (lead) => lead.source && sourceName(lead.source),
      },
      { id: 'email', header: t('crm.lead.email'), hideBelow: '2xl', cell: (lead) => lead.email },
      {
        id: 'phone',
        header: t('crm.lead.phone'),
        width: '9rem',
        hideBelow: 'xl',
        cell: (lead) => <span className="tabular">{lead.phone && formatPhone(lead.phone)}</span>,
      },
      {
        id: 'owner',
        header: t('crm.lead.owner'),
        width: '9rem',
        hideBelow: 'lg',
        cell: (lead) => lead.owner_name,
      },
      {
        id: 'created',
        header: t('crm.lead.createdAt'),
        sort: 'created_at',
        width: '7rem',
        align: 'right',
        cell: (lead) => lead.created_at && format.date(format.day(lead.created_at)),
      },
    ],
    [t, format, sourceName],
  );
  const filtered = Boolean(search.q || search.stage || search.source || search.owner);
  return (
    <>
      <PageHeader
        title={t('shell.nav.leads')}
        filters={
          <>
            <FilterChip
              label={t('crm.lead.stage')}
              allLabel={t('kit.allFeminine')}
              value={search.stage ?? ''}
              onChange={(stage) => onSearch({ stage: stage || undefined })}
              options={leadStages.map((stage) => ({ value: stage, label: t(`crm.lead.stages.${stage}`) }))}
            />
            <FilterChip
              label={t('crm.lead.source')}
              allLabel={t('kit.allFeminine')}
              value={search.source ?? ''}
              onChange={(source) => onSearch({ source: source || undefined })}
              options={sources}
            />
            <FilterChip
              label={t('crm.lead.owner')}
              value={search.owner ?? ''}
              onChange={(owner) => onSearch({ owner: owner || undefined })}
              options={users}
            />
            <SearchBox
              label={t('crm.lead.search')}
              value={search.q ?? ''}
              onChange={(q) => onSearch({ q: q.trim() || undefined }, { replace: true })}
            />
            {filtered && (
              <Button
                variant="ghost"
                size="sm"
                onClick={() =>
                  onSearch({ q: undefined, stage: undefined, source: undefined, owner: undefined })
                }
              >
                {t('crm.clearFilters')}
              </Button>
            )}
          </>
        }
        actions={
          canWrite && (
            <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
              {t('crm.lead.new')}
            </Button>
          )
        }
      />
      <PageBody>
        <DataTable
          label={t('shell.nav.leads')}
          columns={columns}
          query={query}
          sort={search.sort ?? '-created_at'}
          onSort={(sort) => onSearch({ sort: sort as LeadSort })}
          onOpen={(lead) => open(lead.id)}
          openId={search.id}
          narrow={(lead) => (
            <NarrowRow
              title={lead.name}
              aside={<Score value={lead.bant_score} />}
              detail={lead.company_name ?? lead.email}
              badge={<Badge tone={stageTone[lead.stage]}>{t(`crm.lead.stages.${lead.stage}`)}</Badge>}
            />
          )}
          empty={
            filtered ? (
              <EmptyState icon={Filter} title={t('crm.lead.nothing')} text={t('crm.changeFilters')} />
            ) : (
              <EmptyState
                icon={Filter}
                title={t('crm.lead.empty')}
                text={t('crm.lead.emptyText')}
                action={
                  canWrite && (
                    <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
                      {t('crm.lead.new')}
                    </Button>
                  )
                }
              />
            )
          }
        />
      </PageBody>
      {search.id && <LeadPanel key={search.id} leadId={search.id} onClose={close} />}
      {search.new && canWrite && <NewLeadDialog onClose={close} onCreated={(lead) => open(lead.id)} />}
    </>
  );
}
