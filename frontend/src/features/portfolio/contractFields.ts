import type { TFunction } from 'i18next';
import type { BillingCycle, Contract, ContractCreate } from '@/shared/api/gen';
import { parseDate } from '@/shared/format/date';
import * as kind from '@/shared/forms/fieldKinds';
import { billingCycles } from '@/shared/states/states';

const written = {
  title: kind.requiredText(200),
  service_type: kind.chosen,
  billing_cycle: kind.choice(billingCycles, 'monthly', (t, cycle) => t(`states.cycle.${cycle}`)),
  amount_cents: kind.requiredMoney,
  cost_cents: kind.money,
  start_on: kind.requiredDay,
  end_on: kind.day,
  billing_day: kind.whole(31, (t) => t('portfolio.form.dayInvalid')),
  next_review_on: kind.day,
  term_months: kind.whole(120, (t) => t('portfolio.form.termInvalid')),
  reference_type: kind.text(50),
  reference_id: kind.text(100),
  external_id: kind.text(100),
  description: kind.notes,
  internal_notes: kind.notes,
};

/** A schema of these fields, whatever else is in it. */
interface Days {
  refine: (check: (values: { start_on: string; end_on: string }) => boolean, issue: object) => unknown;
}
const inOrder = <S>(schema: S, t: TFunction) =>
  (schema as Days).refine(({ start_on, end_on }) => !end_on || !parseDate(start_on) || end_on >= start_on, {
    path: ['end_on'],
    message: t('portfolio.form.endBeforeStart'),
  }) as S;

export const contractFields = kind.fieldsOf<Contract>()(written, inOrder);

/** A new one also says for whom it is, and may begin before it counts. */
export const newContractFields = kind.fieldsOf<ContractCreate>()(
  {
    customer_id: kind.requiredRecord('customer'),
    ...written,
    status: kind.choice(['active', 'trial', 'frozen'], 'active', (t, status) =>
      t(`states.contract.${status}`),
    ),
  },
  inOrder,
);

/** What few contracts have: shown when it is asked for, or when something is wrong with it. */
export const extraFields = [
  'next_review_on',
  'term_months',
  'reference_type',
  'reference_id',
  'external_id',
  'description',
  'internal_notes',
] as const satisfies readonly (keyof typeof written)[];

const months: Record<BillingCycle, number> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 };

/** Revenue per month in cents, half up as the server rounds it: a help while one types, never stored. */
export function monthlyCents(amountCents: number, cycle: BillingCycle): number {
  return Math.floor(amountCents / months[cycle] + 0.5);
}
