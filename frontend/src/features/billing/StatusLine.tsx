import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { type Step, type StepState, statusLine } from './invoiceSteps';

const bars: Record<StepState, string> = {
  done: 'bg-paid',
  now: 'bg-accent',
  late: 'bg-overdue',
  next: 'bg-line',
  off: 'bg-line-strong',
};

const names: Record<StepState, string> = {
  done: 'text-ink',
  now: 'text-ink',
  late: 'text-overdue-ink',
  next: 'text-ink-3',
  off: 'text-ink-3',
};

/** Issued - due - paid, drawn. */
export function StatusLine({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (cents: number) => format.money(cents, invoice.currency);
  const words = (step: Step): [string, string] => {
    switch (step.key) {
      case 'issued':
        return step.on
          ? [t('billing.line.issued'), format.date(step.on)]
          : [
              t('billing.line.notIssued'),
              t(step.state === 'off' ? 'billing.line.neverIssued' : 'billing.line.notIssuedText'),
            ];
      case 'due':
        return [t(step.state === 'late' ? 'billing.line.overdue' : 'billing.line.due'), format.date(step.on)];
      case 'paid':
        if (step.state === 'done') return [t('billing.line.paid'), format.date(step.on)];
        return invoice.paid_cents > 0
          ? [
              t('billing.line.paid'),
              t('billing.line.paidPart', {
                paid: money(invoice.paid_cents),
                total: money(invoice.total_cents),
              }),
            ]
          : [t('billing.line.open'), t('billing.line.openText')];
      case 'cancelled':
        return [t('billing.line.cancelled'), invoice.cancel_reason ?? ''];
    }
  };
  return (
    <ol className="mt-4 grid grid-cols-3 gap-2">
      {statusLine(invoice).map((step) => {
        const [name, detail] = words(step);
        return (
          <li
            key={step.key}
            aria-current={step.state === 'now' || step.state === 'late' ? 'step' : undefined}
            className="min-w-0"
          >
            <span aria-hidden className={cx('mb-2 block h-1 rounded-full', bars[step.state])} />
            <span className={cx('block font-medium', names[step.state])}>{name}</span>
            <span className="tabular block text-ink-2">{detail}</span>
          </li>
        );
      })}
    </ol>
  );
}
