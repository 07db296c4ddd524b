import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealLine, DealPatch, DealSummary } from '@/shared/api/gen';
import { listDealLinesOptions } from '@/shared/api/gen/deal-lines/query';
import { named } from '@/shared/api/names';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { typedDecimal } from '@/shared/format/decimal';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart } from '@/shared/lib/lazyPart';
import { useChosen } from '@/shared/records/useChosen';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Skeleton } from '@/shared/ui/Skeleton';

const LineDialog = lazyPart(async () => (await import('./LineDialog')).LineDialog);

/** What a deal sells, line by line, and what that comes to; the amount of the deal, when it is another one, can be taken from it. */
export function DealLines({
  deal,
  writable,
  save,
}: {
  deal: DealSummary;
  writable: boolean;
  save: (patch: DealPatch) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(listDealLinesOptions(named('line', deal.id)));
  const lines = query.data?.data;
  const [edited, setEdited] = useChosen<DealLine, 'new'>(lines);
  const changeable = writable && deal.status === 'open';
  const money = (cents: number) => format.money(cents, deal.currency);
  return (
    <section className="border-t border-line pt-3">
      <header className="mb-1 flex min-h-8 items-center justify-between">
        <h3 className="font-semibold">
          {t('crm.line.title')}
          {lines && lines.length > 0 && (
            <span className="ml-2 font-normal text-ink-2">
              {t('crm.line.count', { count: lines.length })}
            </span>
          )}
        </h3>
        {changeable && <IconButton icon={Plus} label={t('crm.line.add')} onClick={() => setEdited('new')} />}
      </header>
      {query.error && !lines ? (
        <p role="alert" className="text-overdue-ink">
          {problemText(toProblem(query.error), t).title}
        </p>
      ) : !lines ? (
        <Skeleton className="my-2 h-4 w-full" />
      ) : lines.length === 0 ? (
        <p className="text-ink-3">{t('crm.line.none')}</p>
      ) : (
        <>
          <ul>
            {lines.map((line) => (
              <li key={line.id}>
                <LineRow
                  line={line}
                  currency={deal.currency}
                  onOpen={changeable ? () => setEdited(line) : undefined}
                />
              </li>
            ))}
          </ul>
          {query.data && (
            <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 border-t border-line-soft pt-2">
              <Figure name={t('crm.line.oneOff')} value={money(query.data.one_off_cents)} />
              <Figure name={t('crm.line.monthly')} value={money(query.data.mrr_cents)} />
              <Figure name={t('crm.line.firstYear')} value={money(query.data.first_year_cents)} />
            </dl>
          )}
          {query.data && deal.amount_source === 'manual' && (
            <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-2">
              {t('crm.line.byHand', { amount: money(deal.amount_cents) })}
              {changeable && query.data.first_year_cents !== deal.amount_cents && (
                <Button size="sm" onClick={() => void save({ amount_source: 'lines' })}>
                  {t('crm.line.take')}
                </Button>
              )}
            </p>
          )}
        </>
      )}
      <Suspense>
        {edited && (
          <LineDialog deal={deal} line={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
        )}
      </Suspense>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="tabular font-semibold">{value}</dd>
    </div>
  );
}

function LineRow({ line, currency, onOpen }: { line: DealLine; currency: string; onOpen?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const details = [
    t(`states.cycle.${line.charge}`),
    line.quantity !== '1' &&
      `${typedDecimal(line.quantity, format.locale)} × ${format.unitPrice(line.unit_price, currency)}`,
    line.discount_percent !== '0' &&
      t('crm.line.discount', { percent: typedDecimal(line.discount_percent, format.locale) }),
  ].filter(Boolean);
  const content = (
    <>
      <span className="min-w-0 flex-1 text-left">
        <span className="block truncate font-medium">{line.description}</span>
        <span className="block text-sm text-ink-2">{details.join(' · ')}</span>
      </span>
      <span className="tabular font-semibold">{format.money(line.total_cents, currency)}</span>
    </>
  );
  const look = '-mx-2 flex w-[calc(100%+1rem)] min-h-11 items-center gap-3 rounded-sm px-2 py-1';
  return onOpen ? (
    <button type="button" className={`${look} hover:bg-hover`} onClick={onOpen}>
      {content}
    </button>
  ) : (
    <div className={look}>{content}</div>
  );
}
