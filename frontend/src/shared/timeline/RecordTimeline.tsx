import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/shared/activities/due';
import type { RecordKind } from '@/shared/api/changes';
import type { TimelineEntry, TimelineKind } from '@/shared/api/gen';
import { listPipelinesOptions } from '@/shared/api/gen/pipelines/query';
import {
  listCompanyTimelineInfiniteOptions,
  listContactTimelineInfiniteOptions,
  listContractTimelineInfiniteOptions,
  listCustomerTimelineInfiniteOptions,
  listDealTimelineInfiniteOptions,
  listInvoiceTimelineInfiniteOptions,
  listLeadTimelineInfiniteOptions,
} from '@/shared/api/gen/timelines/query';
import { rowsOf } from '@/shared/api/pages';
import { formatTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { humanise } from '@/shared/lib/humanise';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useUserOptions } from '@/shared/pickers/options';
import { MoreRows } from '@/shared/records/MoreRows';
import { useRows } from '@/shared/records/useRows';
import { useCan } from '@/shared/session/useSession';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { NameOf } from './changeLines';
import {
  type EntryProps,
  entryKind,
  entryKinds,
  kindsOf,
  type TimelineGroup,
  type TimelineOf,
  timelineGroups,
} from './kinds';

export interface RecordTimelineProps {
  kind: TimelineOf;
  id: string;
  /** Of the record's amounts; without it that of the company. */
  currency?: string;
  /** Of the headings of its days. */
  level: 3 | 4 | 5;
}

const reads = {
  lead: listLeadTimelineInfiniteOptions,
  deal: listDealTimelineInfiniteOptions,
  company: listCompanyTimelineInfiniteOptions,
  contact: listContactTimelineInfiniteOptions,
  customer: listCustomerTimelineInfiniteOptions,
  contract: listContractTimelineInfiniteOptions,
  invoice: listInvoiceTimelineInfiniteOptions,
};

/** What has happened to a record and around it, the latest first, by days. */
export default function RecordTimeline({ kind, id, currency, level }: RecordTimelineProps) {
  const { t } = useTranslation();
  const can = useCan();
  const [group, choose] = useState<TimelineGroup | null>(null);
  const kinds = kindsOf(kind, can);
  const groups = timelineGroups.filter((one) => kinds.some((each) => entryKinds[each].group === one));
  // What is a list beside its records is told by that list when they change.
  const own: RecordKind[] = kind === 'customer' || kind === 'invoice' ? [kind] : [];
  useLiveQuery(...own, ...kinds.filter((each): each is Exclude<TimelineKind, 'change'> => each !== 'change'));
  const only = group && kinds.filter((each) => entryKinds[each].group === group);
  const query = useRows<TimelineEntry>(
    reads[kind]({ path: { id }, query: { limit: 50, kind: only ?? undefined, include: ['made_by'] } }),
  );
  const nameOf = useNameOf(kind);
  const rows = rowsOf(query.data);
  return (
    <div className="flex flex-col gap-2">
      {groups.length > 1 && (
        <fieldset aria-label={t('activities.timeline.filter')} className="-ml-2 flex flex-wrap gap-0.5">
          {[null, ...groups].map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={group === one}
              onClick={() => choose(one)}
              className="h-6.5 rounded-sm px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink aria-pressed:bg-neutral-soft aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-10"
            >
              {one ? t(`activities.timeline.groups.${one}`) : t('activities.timeline.all')}
            </button>
          ))}
        </fieldset>
      )}
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : query.isPending ? (
        <div className="flex flex-col gap-3 py-1">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      ) : rows.length === 0 ? (
        <p className="text-ink-3">{t('activities.timeline.nothing')}</p>
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Days level={level} rows={rows} of={kind} currency={currency} nameOf={nameOf} />
          <MoreRows query={query} />
        </div>
      )}
    </div>
  );
}

/** Names of what fields refer to, from what the screens have read anyway. */
function useNameOf(kind: TimelineOf): NameOf {
  const can = useCan();
  const people = useUserOptions();
  const pipelines = useQuery({
    ...listPipelinesOptions(),
    staleTime: 60_000,
    enabled: kind === 'deal' && can('crm.pipelines:read'),
  }).data?.data;
  return (field, raw) => {
    switch (field) {
      case 'owner_id':
      case 'account_manager_id':
        return people.find(({ value }) => value === raw)?.label;
      case 'pipeline_id':
        return pipelines?.find((pipeline) => pipeline.id === raw)?.name;
      case 'stage_id':
        return pipelines?.flatMap(({ stages }) => stages).find((stage) => stage.id === raw)?.name;
      case 'service_type':
        return humanise(raw);
      default:
        return undefined;
    }
  };
}

function Days({
  level,
  rows,
  ...rest
}: Pick<RecordTimelineProps, 'level'> & Omit<EntryProps, 'entry'> & { rows: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const Heading = `h${level}` as const;
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of rows) {
    const day = format.day(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, those]) => (
    <section key={day} className="mt-3 first-of-type:mt-0">
      <Heading className="mb-0.5 text-sm font-medium first-letter:uppercase">
        {dayText(t, format, day)}
      </Heading>
      <ol>
        {those.map((entry) => (
          <Entry key={entry.id} entry={entry} {...rest} />
        ))}
      </ol>
    </section>
  ));
}

function Entry(props: EntryProps) {
  const { entry } = props;
  const format = useFormat();
  const { Icon, Row } = entryKind(entry.kind);
  return (
    <li className="flex items-start gap-2.5 py-1">
      <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line">
        <Icon entry={entry} />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <Row {...props} />
      </div>
      <time dateTime={entry.at} className="tabular shrink-0 pt-0.5 text-ink-3">
        {formatTime(entry.at, format.zone)}
      </time>
    </li>
  );
}
