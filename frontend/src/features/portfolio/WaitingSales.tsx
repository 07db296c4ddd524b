import { useQuery } from '@tanstack/react-query';
import { Check, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Closing } from '@/shared/api/gen';
import { releaseClosing } from '@/shared/api/gen/closings';
import { listClosingsOptions } from '@/shared/api/gen/closings/query';
import { names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { RecordLink } from '@/shared/records/RecordLink';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';

/** Sales that are closed and whose contracts wait for somebody who may sign them: each released at a click. */
export function WaitingSales() {
  const { t } = useTranslation();
  const can = useCan();
  const may = can('portfolio.contracts:approve') && can('crm.deals:read');
  useLiveQuery('closing');
  const query = useQuery({
    ...listClosingsOptions({
      query: { status: ['to_release'], sort: 'created_at', limit: 20, ...names.closing },
    }),
    enabled: may,
  });
  const waiting = query.data?.data ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-sales" className="px-4 pt-3 md:px-5">
      <div className="rounded-lg border border-line bg-surface p-3">
        <h2 id="waiting-sales" className="flex items-center gap-2 font-semibold">
          <Clock aria-hidden className="size-4 text-attention-ink" strokeWidth={1.75} />
          {t('portfolio.waiting.title', { count: waiting.length })}
        </h2>
        <ul className="mt-1 divide-y divide-line-soft">
          {waiting.map((closing) => (
            <Waiting key={closing.id} closing={closing} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Waiting({ closing }: { closing: Closing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const release = useWrite(
    async () => (await releaseClosing({ ...stepOf(closing), query: names.closing, throwOnError: true })).data,
    ['closing', 'deal', 'customer', 'contract', 'invoice'],
    {
      onDone: (released) =>
        toast.done(t('portfolio.waiting.released', { count: released.contract_ids.length }), {
          detail: released.customer?.name,
        }),
      onError: (error) => tellFailure(error, t),
    },
  );
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <span className="min-w-0 flex-1">
        <RecordLink kind="deal" id={closing.deal_id}>
          {closing.deal?.name ?? '…'}
        </RecordLink>
        <span className="ml-2 text-ink-2">
          {[
            closing.customer?.name,
            closing.requested_by?.name,
            closing.created_at && format.date(format.day(closing.created_at)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="tabular font-semibold">
        {t('portfolio.waiting.perMonth', { amount: format.money(closing.mrr_cents, closing.currency) })}
      </span>
      {closing.one_off_cents > 0 && (
        <span className="tabular text-ink-2">{format.money(closing.one_off_cents, closing.currency)}</span>
      )}
      <Button icon={Check} size="sm" busy={release.isPending} onClick={() => release.mutate(undefined)}>
        {t('portfolio.waiting.release')}
      </Button>
    </li>
  );
}
