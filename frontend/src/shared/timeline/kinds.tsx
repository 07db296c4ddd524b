import { CircleDot, Coins, type LucideIcon, Paperclip, Plus, SlidersHorizontal, Trash2 } from 'lucide-react';
import { type ComponentType, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AboutKind } from '@/shared/activities/about';
import { MentionText } from '@/shared/activities/MentionText';
import { TypeIcon } from '@/shared/activities/TypeIcon';
import type { Permission, TimelineEntry, TimelineKind } from '@/shared/api/gen';
import { useCustomWords } from '@/shared/custom/useCustomWords';
import { useFileSize } from '@/shared/files/useFileSize';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { humanise } from '@/shared/lib/humanise';
import { changeWords } from '@/shared/records/changeWords';
import { RecordLink } from '@/shared/records/RecordLink';
import { type ResourceKind, resourceOf } from '@/shared/resources';
import { invoiceNumber } from '@/shared/states/states';
import { changeLines, type NameOf } from './changeLines';

/** The records that have a timeline. */
export type TimelineOf = AboutKind | 'invoice';

export interface EntryProps {
  entry: TimelineEntry;
  /** Whose timeline it is. */
  of: TimelineOf;
  /** Of the amounts of that record. */
  currency?: string;
  nameOf: NameOf;
}

interface EntryKind {
  /** The choice of the filter that it belongs to. */
  group: TimelineGroup;
  /** What one must be allowed; none: whoever sees the record. */
  read?: Permission;
  /** In whose timelines there are such entries. */
  of: readonly TimelineOf[];
  /** What is drawn in its circle. */
  Icon: ComponentType<{ entry: TimelineEntry }>;
  Row: ComponentType<EntryProps>;
}

/** The choices of the filter, in their order. */
export const timelineGroups = ['activities', 'changes', 'sales', 'money'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

const drawn = (Icon: LucideIcon) =>
  function Drawn() {
    return <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />;
  };

/** How each kind of entry is told. A new kind of the contract is a line here, and does not compile without it. */
export const entryKinds: Record<TimelineKind, EntryKind> = {
  activity: {
    group: 'activities',
    read: 'crm.activities:read',
    of: ['lead', 'deal', 'company', 'contact', 'customer', 'contract'],
    Icon: ({ entry }) => entry.activity && <TypeIcon type={entry.activity.type} />,
    Row: ActivityRow,
  },
  file: {
    group: 'activities',
    read: 'files.files:read',
    of: ['lead', 'deal', 'company', 'contact', 'customer', 'contract', 'invoice'],
    Icon: drawn(Paperclip),
    Row: FileRow,
  },
  change: {
    group: 'changes',
    of: ['lead', 'deal', 'company', 'contact', 'customer', 'contract', 'invoice'],
    Icon: ChangeIcon,
    Row: ChangeRow,
  },
  deal: {
    group: 'sales',
    read: 'crm.deals:read',
    of: ['company', 'contact', 'customer'],
    Icon: drawn(resourceOf('deal').icon),
    Row: (props) => <RecordRow {...props} kind="deal" name={props.entry.title} />,
  },
  contract: {
    group: 'sales',
    read: 'portfolio.contracts:read',
    of: ['deal', 'customer'],
    Icon: drawn(resourceOf('contract').icon),
    Row: (props) => <RecordRow {...props} kind="contract" name={props.entry.title} />,
  },
  invoice: {
    group: 'money',
    read: 'billing.invoices:read',
    of: ['customer', 'contract'],
    Icon: drawn(resourceOf('invoice').icon),
    Row: InvoiceRow,
  },
  payment: {
    group: 'money',
    read: 'billing.payments:read',
    of: ['customer', 'contract', 'invoice'],
    Icon: drawn(Coins),
    Row: PaymentRow,
  },
};

/** How an entry is told; of a kind that this version of the app does not know what every entry says. */
export const entryKind = (kind: string): Pick<EntryKind, 'Icon' | 'Row'> =>
  Object.hasOwn(entryKinds, kind)
    ? entryKinds[kind as TimelineKind]
    : { Icon: drawn(CircleDot), Row: UnknownRow };

/** The kinds of entries that there may be in a timeline, for who may do `can`. */
export const kindsOf = (of: TimelineOf, can: (permission: Permission) => boolean): TimelineKind[] =>
  (Object.keys(entryKinds) as TimelineKind[]).filter((kind) => {
    const { read, of: records } = entryKinds[kind];
    return records.includes(of) && (!read || can(read));
  });

function ActivityRow({ entry }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { type, outcome, description, duration_minutes } = entry.activity ?? {};
  const told = [
    entry.made_by?.name,
    duration_minutes && t('activities.minutes', { formatted: format.number(duration_minutes) }),
  ];
  return (
    <>
      <p className={cx('whitespace-pre-line wrap-anywhere', type !== 'note' && 'font-medium')}>
        <RecordLink kind="activity" id={entry.record_id}>
          {entry.title && <MentionText text={entry.title} />}
        </RecordLink>
      </p>
      {outcome && <p className="text-ink-2 wrap-anywhere">{outcome}</p>}
      {description && (
        <p className="whitespace-pre-line text-ink-2 wrap-anywhere">
          <MentionText text={description} />
        </p>
      )}
      <p className="truncate text-sm text-ink-3">{told.filter(Boolean).join(' · ')}</p>
    </>
  );
}

function FileRow({ entry }: EntryProps) {
  const { t } = useTranslation();
  const size = useFileSize();
  const told = [entry.made_by?.name, entry.file && size(entry.file.size_bytes)];
  return (
    <>
      <p className="text-ink-2 wrap-anywhere">
        {t('activities.timeline.made.file')}{' '}
        <b className="font-medium text-ink">
          <bdi>{entry.title}</bdi>
        </b>
      </p>
      <p className="truncate text-sm text-ink-3">{told.filter(Boolean).join(' · ')}</p>
    </>
  );
}

function ChangeIcon({ entry }: { entry: TimelineEntry }) {
  const Icon =
    entry.event === 'created'
      ? Plus
      : entry.event === 'deleted'
        ? Trash2
        : entry.change?.after && 'stage_id' in entry.change.after
          ? CircleDot
          : SlidersHorizontal;
  return <Icon aria-hidden className="size-3.5 text-ink-3" strokeWidth={1.75} />;
}

function ChangeRow({ entry, currency, nameOf }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const custom = useCustomWords();
  const words = useMemo(() => changeWords(t, format, currency, custom), [t, format, currency, custom]);
  return changeLines(t, words, entry, nameOf).map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change
    <p key={index} className="tabular text-ink-2 wrap-anywhere">
      {line.map(({ text, strong }, at) =>
        strong ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do their pieces
          <b key={at} className="font-medium text-ink">
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </p>
  ));
}

/** A record that was made: what it is, its name as the way to it, and its amount. */
function RecordRow({
  entry,
  of,
  kind,
  name,
  text = kind,
}: EntryProps & {
  kind: Extract<ResourceKind, 'deal' | 'contract' | 'invoice'>;
  name: string | null;
  text?: 'deal' | 'contract' | 'invoice' | 'payment';
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = entry.amount_cents !== null && format.money(entry.amount_cents, entry.currency ?? undefined);
  return (
    <p className="tabular text-ink-2 wrap-anywhere">
      {t(`activities.timeline.made.${text}`)}{' '}
      {kind !== of && (
        <b className="font-medium text-ink">
          <RecordLink kind={kind} id={entry.record_id}>
            {name}
          </RecordLink>
        </b>
      )}
      {kind !== of && amount && ' · '}
      {amount && <b className="font-medium whitespace-nowrap text-ink">{amount}</b>}
    </p>
  );
}

function InvoiceRow(props: EntryProps) {
  const { t } = useTranslation();
  const { title } = props.entry;
  return (
    <RecordRow
      {...props}
      kind="invoice"
      name={title ? invoiceNumber(Number(title)) : t('states.invoice.draft')}
    />
  );
}

function PaymentRow(props: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry } = props;
  const { method, paid_on, reference } = entry.payment ?? {};
  const told = [
    method && t(`billing.method.${method}`),
    paid_on &&
      paid_on !== format.day(entry.at) &&
      t('activities.timeline.paidOn', { day: format.date(paid_on) }),
    reference,
  ];
  return (
    <>
      <RecordRow
        {...props}
        kind="invoice"
        text="payment"
        name={
          entry.title && t('activities.timeline.ofInvoice', { number: invoiceNumber(Number(entry.title)) })
        }
      />
      <p className="tabular text-sm text-ink-3 wrap-anywhere">{told.filter(Boolean).join(' · ')}</p>
    </>
  );
}

function UnknownRow({ entry }: EntryProps) {
  return (
    <p className="text-ink-2 wrap-anywhere">
      {[entry.title, humanise(entry.event)].filter(Boolean).join(' · ')}
    </p>
  );
}
