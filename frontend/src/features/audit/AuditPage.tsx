import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { History, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listAuditInfiniteOptions } from '@/shared/api/gen/@tanstack/react-query.gen';
import { cursorPages, rowsOf } from '@/shared/api/pages';
import { useFormat } from '@/shared/format/useFormat';
import type { OnSearch } from '@/shared/lib/useRecordPanel';
import { useUserOptions } from '@/shared/pickers/pickers';
import { Button } from '@/shared/ui/Button';
import { Chip, FilterChip } from '@/shared/ui/Chip';
import { DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { AuditPanel } from './AuditPanel';
import { type AuditSearch, auditedEntities } from './auditSearch';
import { useAuditWords } from './useAuditWords';

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
  const { entity, entity_id, actor_id } = search;
  const query = useInfiniteQuery({
    ...listAuditInfiniteOptions({ query: { entity, entity_id, actor_id, limit: 100 } }),
    ...cursorPages,
    placeholderData: keepPreviousData,
  });
  const none = { entity: undefined, entity_id: undefined, actor_id: undefined };
  const opened = search.id ? rowsOf(query.data).find((entry) => entry.id === search.id) : undefined;

  return (
    <>
      <PageHeader
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
            {entity_id && (
              <Chip onRemove={() => onSearch({ entity_id: undefined })}>{t('audit.recordFilter')}</Chip>
            )}
          </>
        }
      />
      <PageBody>
        <DataTable
          label={t('audit.tableLabel')}
          query={query}
          columns={[
            {
              id: 'at',
              header: t('audit.column.at'),
              width: '9.5rem',
              cell: (entry) => <span className="tabular">{format.dateTime(entry.at)}</span>,
            },
            { id: 'actor', header: t('audit.column.actor'), width: '14%', cell: words.actor },
            {
              id: 'action',
              header: t('audit.column.action'),
              width: '6.5rem',
              cell: (entry) => t(`audit.action.${entry.action}`),
            },
            {
              id: 'entity',
              header: t('audit.column.entity'),
              width: '12%',
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
            entity || actor_id || entity_id ? (
              <EmptyState
                icon={SearchX}
                title={t('audit.noneTitle')}
                text={t('audit.noneText')}
                action={<Button onClick={() => onSearch(none)}>{t('audit.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState icon={History} title={t('audit.emptyTitle')} text={t('audit.emptyText')} />
            )
          }
        />
      </PageBody>
      {search.id && !query.isPending && (
        <AuditPanel
          entry={opened}
          onClose={() => onSearch({ id: undefined })}
          onHistory={(entry) =>
            onSearch({ entity: entry.entity, entity_id: entry.entity_id, actor_id: undefined })
          }
        />
      )}
    </>
  );
}
