import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Company, Contact, CustomerSummary, DealSummary, DealWin } from '@/shared/api/gen';
import { cleanTaxId, formatTaxId, isTaxId, taxIdKind } from '@/shared/format/taxId';
import { atMost } from '@/shared/forms/atMost';
import { billingCycles } from '@/shared/states/states';

interface Texts {
  required: string;
  notMoney: string;
  notADate: string;
  badTaxId: string;
  badDay: string;
}

const contractSchema = (texts: Texts, t: TFunction) =>
  z.object({
    service_type: z.string().min(1, texts.required),
    title: z.string().trim().min(1, texts.required).check(atMost(200, t)),
    billing_cycle: z.enum(billingCycles),
    amount_cents: z.number(texts.notMoney).int().min(0),
    cost_cents: z.number(texts.notMoney).int().min(0).nullable(),
    start_on: z.iso.date(texts.notADate),
    billing_day: z.string().regex(/^(?:[1-9]|[12]\d|3[01])?$/, texts.badDay),
  });

/** The win dialog's fields: a customer, new or known or none, and its contracts. */
export function winSchema(texts: Texts, t: TFunction) {
  return z
    .object({
      won_on: z.iso.date(texts.notADate),
      customer_mode: z.enum(['new', 'existing', 'none']),
      customer_id: z.string().nullable(),
      customer: z.object({
        name: z.string().trim().check(atMost(200, t)),
        kind: z.enum(['company', 'person']),
        tax_id: z.string(),
        email: z.string().trim().check(atMost(254, t)),
        phone: z.string().trim().check(atMost(40, t)),
      }),
      contracts: z.array(contractSchema(texts, t)),
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

/** What is known already of who buys. */
export interface Buyer {
  company?: Pick<Company, 'tax_id' | 'phone'>;
  contact?: Pick<Contact, 'email' | 'phone'>;
  customer?: Pick<CustomerSummary, 'id'>;
}

export function startOfWin(deal: DealSummary, today: string, buyer: Buyer = {}): WinValues {
  const customerId = deal.customer_id ?? buyer.customer?.id ?? null;
  return {
    won_on: today,
    customer_mode: customerId ? 'existing' : 'new',
    customer_id: customerId,
    customer: {
      name: deal.company?.name ?? deal.contact?.name ?? '',
      kind: deal.company_id || !deal.contact_id ? 'company' : 'person',
      tax_id: formatTaxId(buyer.company?.tax_id ?? ''),
      email: buyer.contact?.email ?? '',
      phone: buyer.contact?.phone ?? buyer.company?.phone ?? '',
    },
    contracts: [emptyContract(deal, today)],
  };
}

/**
 * The customer that the buyer is already, among those that a search has found: the same number, else the same company. A
 * like name alone is no proof: two companies of one name are billed apart.
 */
export function sameBuyer<T extends Pick<CustomerSummary, 'id' | 'tax_id' | 'company_id'>>(
  found: readonly T[],
  { companyId, taxId }: { companyId?: string | null; taxId?: string | null },
): T | undefined {
  const number = cleanTaxId(taxId ?? '');
  return (
    found.find((one) => number !== '' && cleanTaxId(one.tax_id ?? '') === number) ??
    found.find((one) => Boolean(companyId) && one.company_id === companyId)
  );
}

/** The first field that is still to be filled in: where the work begins. */
export function firstGap({ customer_mode, customer_id, customer, contracts }: WinValues) {
  if (customer_mode === 'existing' && !customer_id) return 'customer_id' as const;
  if (customer_mode === 'new' && !customer.name) return 'customer.name' as const;
  if (customer_mode === 'new' && !customer.tax_id) return 'customer.tax_id' as const;
  if (customer_mode === 'new' && !customer.email) return 'customer.email' as const;
  return contracts.length > 0 ? ('contracts.0.service_type' as const) : ('won_on' as const);
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
