import type { TFunction } from 'i18next';
import { History, SearchX, ShieldCheck } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/shared/api/gen';
import { listAuditInfiniteOptions } from '@/shared/api/gen/audit/query';
import { rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useUserOptions } from '@/shared/pickers/options';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { DateRangeChip, type DateRangeChipProps } from '@/shared/ui/DateChip';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { auditedEntities } from './auditedEntities';
import { type AuditSearch, auditActions, isFiltered, noAuditFilters } from './auditSearch';
import { IntegrityNote } from './IntegrityNote';
import { auditPeriods } from './integrity';
import { withoutVisits } from './logins';
import { useAuditWords } from './useAuditWords';
import { useIntegrity } from './useIntegrity';

const AuditPanel = lazyPart(async () => (await import('./AuditPanel')).AuditPanel);

export interface AuditPageProps {
  search: AuditSearch;
  onSearch: OnSearch<AuditSearch>;
}

/** Every change of the company: who, when, what, from what to what. */
export function AuditPage({ search, onSearch }: AuditPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const users = useUserOptions();
  const can = useCan();
  const { integrity, check, checking } = useIntegrity();
  const { entity, entity_id, actor_id, action, from, to } = search;
  const query = useRows<AuditEntry>(
    listAuditInfiniteOptions({
      query: { entity, entity_id, actor_id, action: action && [action], from, to, limit: 100 },
    }),
  );
  const shown = {
    ...query,
    data: query.data && {
      ...query.data,
      pages: query.data.pages.map((page) => ({ ...page, data: withoutVisits(page.data) })),
    },
  };
  usePartsLater(AuditPanel);
  const suspect = integrity.data?.first_problem?.entry;
  const opened = search.id
    ? (rowsOf(query.data).find((entry) => entry.id === search.id) ??
      (suspect?.id === search.id ? suspect : undefined))
    : undefined;

  return (
    <>
      <PageHeader
        parent={t('shell.settings.title')}
        title={t('audit.title')}
        filters={
          <>
            <FilterChip
              label={t('audit.entityFilter')}
              value={entity ?? ''}
              onChange={(value) => onSearch({ entity: value || undefined, entity_id: undefined })}
              options={auditedEntities.map((value) => ({ value, label: t(`audit.entity.${value}`) }))}
            />
            <FilterChip
              label={t('audit.actorFilter')}
              value={actor_id ?? ''}
              onChange={(value) => onSearch({ actor_id: value || undefined })}
              options={users}
            />
            <FilterChip
              label={t('audit.actionFilter')}
              allLabel={t('kit.allFeminine')}
              value={action ?? ''}
              onChange={(value) => onSearch({ action: value || undefined })}
              options={auditActions.map((value) => ({ value, label: t(`audit.action.${value}`) }))}
            />
            <DateRangeChip
              label={t('audit.period')}
              value={{ from, to }}
              onChange={(period) => onSearch({ from: period.from, to: period.to })}
              presets={presetsOf(format.today(), t)}
            />
            {entity_id && (
              <Chip onRemove={() => onSearch({ entity_id: undefined })}>{t('audit.recordFilter')}</Chip>
            )}
          </>
        }
        actions={
          can('jobs.runs:run') && (
            <Button icon={ShieldCheck} busy={checking} onClick={check}>
              {t('audit.integrity.check')}
            </Button>
          )
        }
      />
      <PageBody>
        {integrity.data && (
          <IntegrityNote
            integrity={integrity.data}
            checking={checking}
            onEntry={(entry) => onSearch({ id: entry.id })}
          />
        )}
        <DataTable
          label={t('audit.tableLabel')}
          query={shown}
          columns={[
            {
              id: 'at',
              header: t('audit.column.at'),
              width: '9.5rem',
              cell: (entry) => <span className="tabular">{format.dateTime(entry.at)}</span>,
            },
            { id: 'actor', header: t('audit.column.actor'), width: '11rem', cell: words.actor },
            {
              id: 'action',
              header: t('audit.column.action'),
              width: '6.5rem',
              cell: (entry) => t(`audit.action.${entry.action}`),
            },
            {
              id: 'entity',
              header: t('audit.column.entity'),
              width: '9.5rem',
              cell: (entry) => words.entity(entry.entity),
            },
            {
              id: 'changes',
              header: t('audit.column.changes'),
              cell: (entry) => words.summary(entry),
            },
          ]}
          onOpen={(entry) => onSearch({ id: entry.id })}
          openId={search.id}
          narrow={(entry) => (
            <NarrowRow
              title={`${words.actor(entry)} · ${t(`audit.action.${entry.action}`)}`}
              aside={<span className="font-normal text-ink-3">{format.dateTime(entry.at)}</span>}
              detail={`${words.entity(entry.entity)} · ${words.summary(entry)}`}
            />
          )}
          empty={
            isFiltered(search) ? (
              <EmptyState
                icon={SearchX}
                title={t('audit.noneTitle')}
                text={t('audit.noneText')}
                action={<Button onClick={() => onSearch(noAuditFilters)}>{t('audit.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState icon={History} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />
            )
          }
        />
      </PageBody>
      {search.id && !query.isPending && (
        <Suspense>
          <AuditPanel
            entry={opened}
            onClose={() => onSearch({ id: undefined })}
            onHistory={(entry) =>
              onSearch({ ...noAuditFilters, entity: entry.entity, entity_id: entry.entity_id })
            }
          />
        </Suspense>
      )}
    </>
  );
}

function presetsOf(today: string, t: TFunction): DateRangeChipProps['presets'] {
  const periods = auditPeriods(today);
  return [
    { label: t('audit.today'), value: periods.today },
    { label: t('audit.week'), value: periods.week },
    { label: t('audit.month'), value: periods.month },
    { label: t('audit.lastMonth'), value: periods.lastMonth },
  ];
}
