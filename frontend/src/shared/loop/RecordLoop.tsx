import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Check, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LoopRecord, LoopStep, LoopStepKind } from '@/shared/api/gen';
import {
  getCompanyLoopOptions,
  getContactLoopOptions,
  getContractLoopOptions,
  getCustomerLoopOptions,
  getDealLoopOptions,
  getInvoiceLoopOptions,
  getLeadLoopOptions,
} from '@/shared/api/gen/timelines/query';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { pageOf, type ResourceKind } from '@/shared/resources';
import { invoiceNumber } from '@/shared/states/states';
import { Skeleton } from '@/shared/ui/Skeleton';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';

const reads = {
  lead: getLeadLoopOptions,
  deal: getDealLoopOptions,
  company: getCompanyLoopOptions,
  contact: getContactLoopOptions,
  customer: getCustomerLoopOptions,
  contract: getContractLoopOptions,
  invoice: getInvoiceLoopOptions,
};

export type LoopOf = keyof typeof reads;

export interface RecordLoopProps {
  kind: LoopOf;
  id: string;
  className?: string;
}

/** Where a payment leads: the invoice that it was for. */
const kindOf = (step: LoopStepKind): ResourceKind => (step === 'payment' ? 'invoice' : step);

/** From lead to payment: what a record came of and what came of it, each step the way to its newest record. */
export function RecordLoop({ kind, id, className }: RecordLoopProps) {
  const { t } = useTranslation();
  useLiveQuery('lead', 'deal', 'customer', 'contract', 'invoice', 'payment');
  const region = useScrollRegion(t('loop.label'));
  const query = useQuery(reads[kind]({ path: { id } }));
  // The record itself says what went wrong; the way around it is not worth a second message.
  if (query.error) return null;
  if (!query.data) return <Skeleton className={cx('h-9', className)} />;
  const { steps } = query.data;
  const last = steps.findLastIndex((step) => step.record_count > 0);
  return (
    <nav aria-label={t('loop.label')} className={cx('@container min-w-0', className)}>
      <ol ref={region} className="thin-scroll relative flex items-center gap-0.5 overflow-x-auto">
        {steps.map((step, at) => (
          <li key={step.kind} className="flex shrink-0 items-center @3xl:min-w-0 @3xl:flex-1 @3xl:shrink">
            {at > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3" />}
            <Step step={step} here={step.kind === kind} passed={at < last} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Step({ step, here, passed }: { step: LoopStep; here: boolean; passed: boolean }) {
  const { t } = useTranslation();
  const detail = useDetail();
  const [newest] = step.records;
  const there = newest !== undefined;
  const said = there ? detail(step, newest) : t('loop.ahead');
  const content = (
    <>
      <span
        aria-hidden
        className={cx(
          'flex size-3.5 shrink-0 items-center justify-center rounded-full',
          here ? 'bg-accent' : there ? 'text-paid-ink' : 'border border-line-strong',
          !there && !here && passed && 'border-dashed',
        )}
      >
        {there && !here && <Check className="size-3.5" strokeWidth={2.25} />}
      </span>
      <span className={cx('font-medium', !there && 'text-ink-3', here && 'text-accent-ink')}>
        {t(`loop.kinds.${step.kind}`)}
      </span>
      <span
        className={cx('tabular truncate @max-3xl:sr-only', here ? 'text-accent-ink' : 'text-ink-2')}
        title={said}
      >
        {said}
      </span>
      {step.record_count > 1 && (
        <span aria-hidden className="tabular text-sm text-ink-3 @3xl:hidden">
          {step.record_count}
        </span>
      )}
    </>
  );
  const look = cx(
    'flex h-8 min-w-0 items-center gap-1.5 rounded-sm px-1.5 whitespace-nowrap',
    here && 'bg-accent-soft',
  );
  if (!there || here)
    return (
      <span className={look} aria-current={here ? 'step' : undefined}>
        {content}
      </span>
    );
  return (
    <Link {...(pageOf(kindOf(step.kind), newest.id) as LinkProps)} className={cx(look, 'hover:bg-hover')}>
      {content}
    </Link>
  );
}

/** What is said of a step in a few words: of one record what matters of its kind, of several how many there are. */
function useDetail() {
  const { t } = useTranslation();
  const format = useFormat();
  const money = ({ amount_cents, currency }: LoopRecord) =>
    amount_cents === null ? '' : format.money(amount_cents, currency ?? undefined);
  const one = (kind: LoopStepKind, record: LoopRecord): string => {
    switch (kind) {
      case 'lead':
        return format.date(format.day(record.at));
      case 'deal':
        return record.status === 'open' && record.due_on
          ? t('loop.expected', { date: format.date(record.due_on) })
          : t(`loop.deal.${record.status as 'open'}`);
      case 'customer':
        return record.title ?? '';
      case 'contract':
        return record.billing_cycle
          ? t(`loop.perCycle.${record.billing_cycle}`, { amount: money(record) })
          : money(record);
      case 'payment':
        return money(record);
      case 'invoice':
        return [record.title && invoiceNumber(Number(record.title)), invoiceState(record)]
          .filter(Boolean)
          .join(' · ');
    }
  };
  const invoiceState = ({ status, due_on }: LoopRecord) => {
    switch (status) {
      case 'draft':
        return t('loop.draft');
      case 'paid':
        return t('loop.invoicePaid');
      case 'cancelled':
        return t('loop.cancelled');
      default:
        return t(status === 'overdue' ? 'loop.overdue' : 'loop.due', { date: format.date(due_on) });
    }
  };
  return (step: LoopStep, newest: LoopRecord) =>
    step.record_count > 1
      ? t(`loop.counts.${step.kind}`, { formatted: format.number(step.record_count) })
      : one(step.kind, newest);
}
