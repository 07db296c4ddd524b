import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { BillingCycle, Contract, ContractCreate, ContractPatch } from '@/shared/api/gen';
import { parseDate } from '@/shared/format/date';
import { atMost } from '@/shared/forms/atMost';
import { billingCycles } from '@/shared/states/states';
import type { ComboboxItem } from '@/shared/ui/Combobox';

export const initialStatuses = ['active', 'trial', 'frozen'] as const;

/** What is typed into the form of a contract. Texts are empty where the contract has nothing. */
export interface ContractValues {
  customer_id: ComboboxItem | null;
  service_type: string;
  title: string;
  billing_cycle: BillingCycle;
  amount_cents: number | null;
  cost_cents: number | null;
  status: (typeof initialStatuses)[number];
  start_on: string;
  end_on: string;
  next_review_on: string;
  billing_day: string;
  term_months: string;
  reference_type: string;
  reference_id: string;
  external_id: string;
  description: string;
  internal_notes: string;
}

export function emptyContract(today: string, customer: ComboboxItem | null): ContractValues {
  return {
    customer_id: customer,
    service_type: '',
    title: '',
    billing_cycle: 'monthly',
    amount_cents: null,
    cost_cents: null,
    status: 'active',
    start_on: today,
    end_on: '',
    next_review_on: '',
    billing_day: '',
    term_months: '',
    reference_type: '',
    reference_id: '',
    external_id: '',
    description: '',
    internal_notes: '',
  };
}

export function valuesOf(contract: Contract): ContractValues {
  return {
    customer_id: { id: contract.customer_id, label: contract.customer?.name ?? '' },
    service_type: contract.service_type,
    title: contract.title,
    billing_cycle: contract.billing_cycle,
    amount_cents: contract.amount_cents,
    cost_cents: contract.cost_cents,
    status: 'active',
    start_on: contract.start_on,
    end_on: contract.end_on ?? '',
    next_review_on: contract.next_review_on ?? '',
    billing_day: contract.billing_day?.toString() ?? '',
    term_months: contract.term_months?.toString() ?? '',
    reference_type: contract.reference_type ?? '',
    reference_id: contract.reference_id ?? '',
    external_id: contract.external_id ?? '',
    description: contract.description ?? '',
    internal_notes: contract.internal_notes ?? '',
  };
}

export function contractSchema(t: TFunction) {
  const day = z.string().refine((text) => text === '' || parseDate(text) !== null, t('kit.notADate'));
  const whole = (most: number, message: string) =>
    z
      .string()
      .trim()
      .refine(
        (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most),
        message,
      );
  const text = (most: number) => z.string().trim().check(atMost(most, t));
  return z
    .object({
      customer_id: z.custom<ComboboxItem | null>((item) => Boolean(item), t('kit.required')),
      service_type: z.string().min(1, t('kit.required')),
      title: text(200).min(1, t('kit.required')),
      billing_cycle: z.enum(billingCycles),
      amount_cents: z
        .custom<number | null>()
        .refine((cents) => cents !== null && cents >= 0, t('kit.notMoney')),
      cost_cents: z
        .custom<number | null>()
        .refine((cents) => cents === null || cents >= 0, t('kit.notMoney')),
      status: z.enum(initialStatuses),
      start_on: day.min(1, t('kit.required')),
      end_on: day,
      next_review_on: day,
      billing_day: whole(31, t('portfolio.form.dayInvalid')),
      term_months: whole(120, t('portfolio.form.termInvalid')),
      reference_type: text(50),
      reference_id: text(100),
      external_id: text(100),
      description: text(5000),
      internal_notes: text(5000),
    })
    .refine((values) => !values.end_on || !parseDate(values.start_on) || values.end_on >= values.start_on, {
      path: ['end_on'],
      message: t('portfolio.form.endBeforeStart'),
    });
}

/** The fields of a contract that people write, as the API takes them: nothing is null, not an empty text. */
function written(values: ContractValues) {
  return {
    service_type: values.service_type,
    title: values.title.trim(),
    billing_cycle: values.billing_cycle,
    amount_cents: values.amount_cents ?? 0,
    cost_cents: values.cost_cents ?? 0,
    start_on: values.start_on,
    end_on: values.end_on || null,
    next_review_on: values.next_review_on || null,
    billing_day: values.billing_day ? Number(values.billing_day) : null,
    term_months: values.term_months ? Number(values.term_months) : null,
    reference_type: values.reference_type.trim() || null,
    reference_id: values.reference_id.trim() || null,
    external_id: values.external_id.trim() || null,
    description: values.description.trim() || null,
    internal_notes: values.internal_notes.trim() || null,
  };
}

export type WrittenField = keyof ReturnType<typeof written>;

export function createBody(values: ContractValues): ContractCreate {
  return { ...written(values), customer_id: values.customer_id?.id ?? '', status: values.status };
}

/** Only what differs from the contract the form was opened with, so that nobody else's change is written over. */
export function patchBody(opened: Contract, values: ContractValues): ContractPatch {
  const before = written(valuesOf(opened));
  const after = written(values);
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as WrittenField] !== value),
  );
}

/** The fields that somebody else has changed since the form was opened. */
export function changedFields(opened: Contract, present: Contract): WrittenField[] {
  const before = written(valuesOf(opened));
  const after = written(valuesOf(present));
  return (Object.keys(after) as WrittenField[]).filter((field) => before[field] !== after[field]);
}

/** What may be done with a contract in its state. */
export type ContractAction = 'activate' | 'freeze' | 'cancel';
const actions: Record<Contract['status'], readonly ContractAction[]> = {
  trial: ['activate', 'cancel'],
  active: ['freeze', 'cancel'],
  frozen: ['activate', 'cancel'],
  cancelled: [],
};
export const actionsFor = (contract: Pick<Contract, 'status'>) => actions[contract.status];

const months: Record<BillingCycle, number> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 };

/** Revenue per month in cents, half up as the server rounds it: a help while one types, never stored. */
export function monthlyCents(amountCents: number, cycle: BillingCycle): number {
  return Math.floor(amountCents / months[cycle] + 0.5);
}
