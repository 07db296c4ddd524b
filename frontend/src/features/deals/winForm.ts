import { z } from 'zod';
import type { BillingCycle, DealSummary, DealWin } from '@/shared/api/gen';
import { cleanTaxId, isTaxId, taxIdKind } from '@/shared/format/taxId';

export const billingCycles = [
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
] as const satisfies readonly BillingCycle[];

interface Texts {
  required: string;
  notMoney: string;
  notADate: string;
  badTaxId: string;
  badDay: string;
}

const contractSchema = (texts: Texts) =>
  z.object({
    service_type: z.string().min(1, texts.required),
    title: z.string().trim().min(1, texts.required).max(200),
    billing_cycle: z.enum(billingCycles),
    amount_cents: z.number(texts.notMoney).int().min(0),
    cost_cents: z.number(texts.notMoney).int().min(0).nullable(),
    start_on: z.iso.date(texts.notADate),
    billing_day: z.string().regex(/^(?:[1-9]|[12]\d|3[01])?$/, texts.badDay),
  });

/** The win dialog's fields: a customer, new or known or none, and its contracts. */
export function winSchema(texts: Texts) {
  return z
    .object({
      won_on: z.iso.date(texts.notADate),
      customer_mode: z.enum(['new', 'existing', 'none']),
      customer_id: z.string().nullable(),
      customer: z.object({
        name: z.string().trim().max(200),
        kind: z.enum(['company', 'person']),
        tax_id: z.string(),
        email: z.string().trim().max(254),
        phone: z.string().trim().max(40),
      }),
      contracts: z.array(contractSchema(texts)),
    })
    .superRefine((values, context) => {
      if (values.customer_mode === 'new') {
        if (!values.customer.name)
          context.addIssue({ code: 'custom', path: ['customer', 'name'], message: texts.required });
        if (values.customer.tax_id && !isTaxId(values.customer.tax_id))
          context.addIssue({ code: 'custom', path: ['customer', 'tax_id'], message: texts.badTaxId });
      }
      if (values.customer_mode === 'existing' && !values.customer_id)
        context.addIssue({ code: 'custom', path: ['customer_id'], message: texts.required });
    });
}

export type WinValues = z.infer<ReturnType<typeof winSchema>>;

export function emptyContract(deal: DealSummary, today: string): WinValues['contracts'][number] {
  return {
    service_type: '',
    title: deal.title,
    billing_cycle: 'monthly',
    amount_cents: deal.amount_cents,
    cost_cents: null,
    start_on: today,
    billing_day: '',
  };
}

export function startOfWin(deal: DealSummary, today: string): WinValues {
  return {
    won_on: today,
    customer_mode: deal.customer_id ? 'existing' : 'new',
    customer_id: deal.customer_id ?? null,
    customer: {
      name: deal.company_name ?? deal.contact_name ?? '',
      kind: deal.company_name || !deal.contact_name ? 'company' : 'person',
      tax_id: '',
      email: '',
      phone: '',
    },
    contracts: [emptyContract(deal, today)],
  };
}

/** The request: nothing of a customer that is not wanted, and no contracts without one. */
export function winRequest(values: WinValues, deal: DealSummary): DealWin {
  const { customer } = values;
  return {
    won_on: values.won_on,
    ...(values.customer_mode === 'existing' ? { customer_id: values.customer_id } : {}),
    ...(values.customer_mode === 'new'
      ? {
          customer: {
            name: customer.name,
            kind: taxIdKind(customer.tax_id) === 'cpf' ? 'person' : customer.kind,
            tax_id: cleanTaxId(customer.tax_id) || null,
            email: customer.email || null,
            phone: customer.phone || null,
            company_id: deal.company_id ?? null,
          },
        }
      : {}),
    ...(values.customer_mode === 'none'
      ? {}
      : {
          contracts: values.contracts.map((contract) => ({
            ...contract,
            cost_cents: contract.cost_cents ?? 0,
            currency: deal.currency,
            billing_day: contract.billing_day ? Number(contract.billing_day) : null,
          })),
        }),
  };
}
