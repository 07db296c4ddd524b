import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Contract } from '@/shared/api/gen';
import { contractFields, monthlyCents, newContractFields } from './contractFields';

const { read, patch, changed } = contractFields;
const contract: Contract = {
  id: 'c1',
  customer_id: 'u1',
  customer: { id: 'u1', name: 'João Silva' },
  service_type: 'hospedagem_site',
  title: 'Hospedagem - joaosilva.com.br',
  billing_cycle: 'monthly',
  amount_cents: 5000,
  cost_cents: 2000,
  currency: 'BRL',
  status: 'active',
  start_on: '2024-01-15',
  description: 'Hospedagem com e-mail',
  internal_notes: 'Renova em janeiro',
  version: 3,
};

describe('the form of a contract', () => {
  it('sends only what was changed, and null for what was emptied', () => {
    const ending = { ...contract, end_on: '2026-12-31' };
    expect(patch(ending, read(ending))).toEqual({});
    expect(patch(ending, { ...read(ending), amount_cents: 6000, end_on: '', billing_day: '10' })).toEqual({
      amount_cents: 6000,
      end_on: null,
      billing_day: 10,
    });
  });

  it('a new contract leaves nothing out that the server needs', () => {
    const values = {
      ...newContractFields.empty,
      customer_id: { id: 'u1', label: 'João Silva' },
      start_on: '2026-11-20',
      service_type: 'seo_mensal',
      title: ' SEO ',
      amount_cents: 30_000,
    };
    expect(newContractFields.schema(i18next.t).safeParse(values).success).toBe(true);
    expect(newContractFields.write(values)).toMatchObject({
      customer_id: 'u1',
      title: 'SEO',
      amount_cents: 30_000,
      cost_cents: 0,
      start_on: '2026-11-20',
      status: 'active',
      end_on: null,
    });
  });

  it('refuses what is missing or impossible, beside the field', () => {
    const wrong = {
      ...newContractFields.empty,
      start_on: '2026-11-20',
      amount_cents: Number.NaN,
      end_on: '2026-11-19',
      billing_day: '32',
      next_review_on: '31/02/20',
    };
    const fields = newContractFields
      .schema(i18next.t)
      .safeParse(wrong)
      .error?.issues.map((issue) => issue.path[0]);
    expect(new Set(fields)).toEqual(
      new Set(['customer_id', 'service_type', 'title', 'amount_cents', 'billing_day', 'next_review_on']),
    );
    const order = contractFields.schema(i18next.t).safeParse({ ...read(contract), end_on: '2023-01-01' });
    expect(order.error?.issues[0]?.path).toEqual(['end_on']);
  });

  it('names the fields that somebody else has changed', () => {
    expect(changed(contract, { ...contract, version: 4 })).toEqual([]);
    expect(changed(contract, { ...contract, cost_cents: 2500, title: 'Outro', version: 4 })).toEqual([
      'title',
      'cost_cents',
    ]);
  });

  it('shows the month of each cycle, half a cent up', () => {
    expect(monthlyCents(180_000, 'annual')).toBe(15_000);
    expect(monthlyCents(100, 'quarterly')).toBe(33);
    expect(monthlyCents(3, 'semiannual')).toBe(1);
  });
});
