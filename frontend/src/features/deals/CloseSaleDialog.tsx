import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosingPreview, DealLine, DealSummary } from '@/shared/api/gen';
import { getDealClosingOptions } from '@/shared/api/gen/closings/query';
import { updateDealLine } from '@/shared/api/gen/deal-lines';
import { listDealLinesOptions } from '@/shared/api/gen/deal-lines/query';
import { winDeal } from '@/shared/api/gen/deals';
import { named, names } from '@/shared/api/names';
import { useWrite } from '@/shared/api/useWrite';
import { basedOn, writeTo } from '@/shared/api/version';
import { parseDate } from '@/shared/format/date';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { lazyPart } from '@/shared/lib/lazyPart';
import { placeholders } from '@/shared/lib/placeholders';
import { useServiceTypes } from '@/shared/pickers/options';
import { RecordPicker } from '@/shared/pickers/RecordPicker';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import type { ComboboxItem } from '@/shared/ui/Combobox';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Select } from '@/shared/ui/Select';
import { Skeleton } from '@/shared/ui/Skeleton';
import { tellFailure } from '@/shared/ui/tellFailure';
import { toast } from '@/shared/ui/toast';
import { keepDeal } from './useBoard';

const WinDialog = lazyPart(async () => (await import('./WinDialog')).default);
const LineDialog = lazyPart(async () => (await import('./LineDialog')).LineDialog);

/** A day that exists, or none: what is half typed asks nothing. */
const isDay = (typed: string) => parseDate(typed) === typed;

/**
 * A sale is closed with the lines of its deal: recurring ones become contracts, the others an invoice, for whoever is found. What
 * that makes is told before it is confirmed, by the server that will make it. A deal without lines is won by hand.
 */
export default function CloseSaleDialog({ deal, onClose }: { deal: DealSummary; onClose: () => void }) {
  const [byHand, setByHand] = useState(false);
  const lines = useQuery({ ...listDealLinesOptions(named('line', deal.id)), staleTime: 0 });
  if (byHand || (lines.data && lines.data.data.length === 0))
    return (
      <Suspense>
        <WinDialog deal={deal} onClose={onClose} />
      </Suspense>
    );
  // Which of the two dialogs it is hangs on them: one that is exchanged for another would lose the focus on its way.
  if (lines.isPending) return null;
  return <Sale deal={deal} lines={lines} onByHand={() => setByHand(true)} onClose={onClose} />;
}

function Sale({
  deal,
  lines: reading,
  onByHand,
  onClose,
}: {
  deal: DealSummary;
  lines: { data?: { data: readonly DealLine[] }; error: unknown; refetch: () => unknown };
  onByHand: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const can = useCan();
  const [customer, setCustomer] = useState<ComboboxItem | null>(null);
  const [startOn, setStartOn] = useState<string>(format.today());
  const [billingDay, setBillingDay] = useState('');
  const [issues, setIssues] = useState(false);
  const [again, setAgain] = useState(false);
  const day = /^([1-9]|[12]\d|3[01])$/.test(billingDay) ? Number(billingDay) : undefined;
  const preview = useQuery({
    ...getDealClosingOptions({
      path: { id: deal.id },
      query: {
        customer_id: customer?.id,
        start_on: isDay(startOn) ? startOn : undefined,
        billing_day: day,
      },
    }),
    staleTime: 0,
    // The old figures stay, paler, until the new ones are there.
    placeholderData: keepPreviousData,
  });
  const told = preview.data;
  const lines = reading.data?.data;
  const failed = [preview, reading].find(({ data, error }) => error && !data);
  const close = useWrite(
    async (at: ClosingPreview) =>
      (
        await winDeal({
          path: { id: deal.id },
          headers: basedOn(at.deal_version),
          body: {
            customer_id: customer?.id ?? null,
            sale: {
              start_on: isDay(startOn) ? startOn : null,
              billing_day: day ?? null,
              issues_invoice: issues,
              again,
            },
          },
          query: names.deal,
          throwOnError: true,
        })
      ).data,
    ['deal', 'customer', 'contract', 'invoice'],
    {
      onDone: (won) => {
        keepDeal(client, won.deal);
        const { closing } = won;
        const waits = closing?.status === 'to_release';
        const bought = won.customer;
        const [contract] = won.contracts;
        const invoice = closing?.invoice_id;
        toast.done(t('crm.sale.done', { title: won.deal.title }), {
          detail: waits
            ? t('crm.sale.waiting')
            : closing && closing.mrr_cents > 0
              ? t('crm.win.mrr', { amount: format.money(closing.mrr_cents, closing.currency) })
              : undefined,
          actions: [
            bought && {
              label: t('crm.win.openCustomer'),
              run: () => void navigate({ to: '/customers/$customerId', params: { customerId: bought.id } }),
            },
            contract && {
              label: t('crm.win.openContract'),
              run: () => void navigate({ to: '/contracts', search: { id: contract.id } }),
            },
            invoice && {
              label: t('crm.sale.openInvoice'),
              run: () => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: invoice } }),
            },
          ].filter((action) => action !== null && action !== undefined && action !== ''),
        });
        onClose();
      },
      onError: (error) => tellFailure(error, t),
    },
  );
  const badDay = billingDay !== '' && !day;
  const blocked =
    badDay ||
    !isDay(startOn) ||
    !told ||
    preview.isPlaceholderData ||
    told.gaps.length > 0 ||
    (told.closing !== null && !again);
  return (
    <Dialog
      open
      onClose={onClose}
      keepOnOutsideClick
      size="lg"
      title={t('crm.sale.title', { title: deal.title })}
      description={[
        deal.company?.name ?? deal.contact?.name,
        told &&
          [
            told.one_off_cents > 0 && format.money(told.one_off_cents, told.currency),
            told.mrr_cents > 0 &&
              t('crm.sale.perMonth', { amount: format.money(told.mrr_cents, told.currency) }),
          ]
            .filter(Boolean)
            .join(' + '),
      ]
        .filter(Boolean)
        .join(' · ')}
      footer={
        <>
          <Button variant="ghost" className="mr-auto" onClick={onByHand}>
            {t('crm.sale.byHand')}
          </Button>
          <DialogCancel />
          <Button
            variant="primary"
            icon={CircleCheck}
            busy={close.isPending}
            disabled={blocked}
            onClick={() => told && close.mutate(told)}
          >
            {t('crm.sale.confirm')}
          </Button>
        </>
      }
    >
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : !told || !lines ? (
        <div className="flex flex-col gap-4" aria-busy>
          {placeholders(5).map((row) => (
            <Skeleton key={row} className="h-8 w-full" />
          ))}
        </div>
      ) : (
        <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="flex min-w-0 flex-col gap-5">
            <Who told={told} customer={customer} onCustomer={setCustomer} />
            <What deal={deal} lines={lines} told={told} />
            <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
              <Field label={t('crm.sale.startOn')} error={isDay(startOn) ? undefined : t('kit.notADate')}>
                <DateInput value={startOn} onChange={setStartOn} />
              </Field>
              <Field label={t('crm.win.billingDay')} error={badDay ? t('crm.win.badDay') : undefined}>
                <Input
                  value={billingDay}
                  onChange={(event) => setBillingDay(event.target.value)}
                  inputMode="numeric"
                  maxLength={2}
                  placeholder={t('crm.win.billingDayNone')}
                />
              </Field>
            </div>
            {told.invoice && can('billing.invoices:write') && !told.waits && (
              <Checkbox checked={issues} onChange={setIssues} label={t('crm.sale.issue')} />
            )}
            {told.closing && (
              <Note icon={TriangleAlert}>
                {t('crm.sale.made', {
                  count: told.closing.contract_ids.length,
                  date: told.closing.created_at && format.date(format.day(told.closing.created_at)),
                })}
                <Checkbox checked={again} onChange={setAgain} label={t('crm.sale.again')} />
              </Note>
            )}
            {told.waits && <Note icon={Clock}>{t('crm.sale.waits')}</Note>}
          </div>
          <Rail told={told} stale={preview.isPlaceholderData} />
        </div>
      )}
    </Dialog>
  );
}

function Note({ icon: Icon, children }: { icon: typeof Clock; children: ReactNode }) {
  return (
    <div className="flex gap-2.5 rounded-md border border-line bg-surface p-3 text-ink-2">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <div className="flex flex-col gap-2">{children}</div>
    </div>
  );
}

/** Who is billed: found by what is on record, or another customer. */
function Who({
  told,
  customer,
  onCustomer,
}: {
  told: ClosingPreview;
  customer: ComboboxItem | null;
  onCustomer: (item: ComboboxItem | null) => void;
}) {
  const { t } = useTranslation();
  const can = useCan();
  const [other, setOther] = useState(false);
  const { buyer } = told;
  const choosing = other || buyer.match === 'none' || buyer.match === 'named';
  return (
    <section aria-labelledby="sale-who">
      <header className="mb-1 flex min-h-8 items-center justify-between gap-3">
        <h3 id="sale-who" className="font-semibold">
          {t('crm.sale.who')}
          <span className="ml-2 font-normal text-ink-2">{t(`crm.sale.match.${buyer.match}`)}</span>
        </h3>
        {!choosing && can('customers.customers:read') && (
          <Button size="sm" onClick={() => setOther(true)}>
            {t('crm.sale.other')}
          </Button>
        )}
      </header>
      {buyer.name && (
        <p className="flex flex-wrap gap-x-4">
          <span className="font-medium">{buyer.name}</span>
          {buyer.tax_id && <span className="tabular text-ink-2">{formatTaxId(buyer.tax_id)}</span>}
          {buyer.email && <span className="text-ink-2">{buyer.email}</span>}
        </p>
      )}
      {choosing && can('customers.customers:read') && (
        <div className="mt-2">
          <RecordPicker
            kind="customer"
            label={t('crm.win.whichCustomer')}
            value={customer}
            onChange={(item) => {
              onCustomer(item);
              if (!item) setOther(false);
            }}
          />
        </div>
      )}
    </section>
  );
}

/** What is sold, line by line; what is missing of one is chosen where it stands. */
function What({
  deal,
  lines,
  told,
}: {
  deal: DealSummary;
  lines: readonly DealLine[];
  told: ClosingPreview;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<DealLine | null>(null);
  const missing = new Set(told.gaps.map((gap) => gap.line_id));
  return (
    <section aria-labelledby="sale-what">
      <h3 id="sale-what" className="mb-1 font-semibold">
        {t('crm.sale.what')}
        <span className="ml-2 font-normal text-ink-2">{t('crm.sale.whatHint')}</span>
      </h3>
      <ul className="divide-y divide-line-soft border-y border-line-soft">
        {lines.map((line) => {
          const contract = told.contracts.find((one) => one.line_id === line.id);
          return (
            <li key={line.id} className="py-2">
              <div className="flex items-center gap-3">
                <button
                  type="button"
                  className="min-w-0 flex-1 rounded-sm text-left hover:underline"
                  onClick={() => setEdited(line)}
                >
                  <span className="block truncate font-medium">{line.description}</span>
                  <span className="block text-sm text-ink-2">
                    {contract
                      ? t('crm.sale.contract', {
                          cycle: t(`states.cycle.${line.charge}`),
                          date: format.date(contract.first_due_on),
                        })
                      : told.invoice && t('crm.sale.invoiced', { date: format.date(told.invoice.due_on) })}
                  </span>
                </button>
                <span className="tabular font-semibold">{format.money(line.total_cents, told.currency)}</span>
              </div>
              {missing.has(line.id) && <TypeOfLine line={line} />}
            </li>
          );
        })}
      </ul>
      <Suspense>
        {edited && <LineDialog deal={deal} line={edited} onClose={() => setEdited(null)} />}
      </Suspense>
    </section>
  );
}

/** A contract is about something: chosen here, and never guessed. */
function TypeOfLine({ line }: { line: DealLine }) {
  const { t } = useTranslation();
  const types = useServiceTypes();
  const choose = useWrite(
    async (service_type: string) =>
      (await updateDealLine({ ...writeTo(line, { service_type }), query: names.line, throwOnError: true }))
        .data,
    ['deal'],
    { onError: (error) => tellFailure(error, t) },
  );
  return (
    <div className="mt-1.5">
      <Select
        label={t('crm.sale.typeOf', { line: line.description })}
        options={types}
        value={null}
        placeholder={t('crm.win.chooseType')}
        disabled={choose.isPending}
        onChange={(type) => choose.mutate(type)}
      />
    </div>
  );
}

/** What it comes to, as the server will make it. */
function Rail({ told, stale }: { told: ClosingPreview; stale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (cents: number) => format.money(cents, told.currency);
  const margin = told.mrr_cents - told.cost_cents;
  return (
    <aside
      aria-live="polite"
      aria-label={t('crm.sale.result')}
      className={cx('rounded-md bg-surface p-4 transition-opacity', stale && 'opacity-60')}
    >
      <p className="text-sm text-ink-2">{t('crm.sale.gains')}</p>
      <p className="tabular text-xl font-semibold">
        +{money(told.mrr_cents)} <span className="text-sm font-medium text-ink-2">MRR</span>
      </p>
      <dl className="mt-3 flex flex-col gap-1.5">
        <Figure name={t('crm.line.oneOff')} value={money(told.one_off_cents)} />
        {told.cost_cents > 0 && told.mrr_cents > 0 && (
          <Figure
            name={t('crm.sale.margin')}
            value={`${money(margin)} · ${format.percent(margin / told.mrr_cents, 0)}`}
          />
        )}
        <Figure name={t('crm.line.firstYear')} value={money(told.first_year_cents)} />
        {told.first_due_on && (
          <Figure name={t('crm.sale.firstInvoice')} value={format.date(told.first_due_on)} />
        )}
      </dl>
      {told.gaps.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1 text-sm text-attention-ink">
          {told.gaps.some((gap) => gap.field === 'customer') && <li>{t('crm.sale.needsCustomer')}</li>}
          {told.gaps.some((gap) => gap.field === 'service_type') && <li>{t('crm.sale.needsType')}</li>}
        </ul>
      )}
    </aside>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-ink-2">{name}</dt>
      <dd className="tabular font-semibold">{value}</dd>
    </div>
  );
}
