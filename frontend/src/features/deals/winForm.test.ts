import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { DealSummary } from '@/shared/api/gen';
import { firstGap, sameBuyer, startOfWin, winRequest, winSchema } from './winForm';

const deal: DealSummary = {
  id: 'd',
  title: 'Licença CFC',
  amount_cents: 15_000,
  currency: 'BRL',
  pipeline_id: 'p',
  stage_id: 's',
  status: 'open',
  version: 4,
  company_id: 'c',
  company: { id: 'c', name: 'Autoescola Progresso' },
};
const texts = { required: 'required', notMoney: 'money', notADate: 'date', badTaxId: 'tax', badDay: 'day' };
const start = () => startOfWin(deal, '2026-11-20');
const messages = (values: unknown) =>
  winSchema(texts, i18next.t)
    .safeParse(values)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);

describe('winning a deal', () => {
  it('starts with the customer and one monthly contract that the deal speaks of', () => {
    const values = start();
    expect(values.customer.name).toBe('Autoescola Progresso');
    expect(values.customer.kind).toBe('company');
    expect(values.contracts).toHaveLength(1);
    expect(values.contracts[0]).toMatchObject({
      title: 'Licença CFC',
      amount_cents: 15_000,
      start_on: '2026-11-20',
    });
  });

  it('starts with what is on record of the company and the contact', () => {
    const values = startOfWin(deal, '2026-11-20', {
      company: { tax_id: '93523609000126', phone: '+551133334444' },
      contact: { email: 'financeiro@escola.com.br', phone: null },
    });
    expect(values.customer).toMatchObject({
      tax_id: '93.523.609/0001-26',
      email: 'financeiro@escola.com.br',
      phone: '+551133334444',
    });
  });

  it('starts with the customer that the company is already', () => {
    const values = startOfWin(deal, '2026-11-20', { customer: { id: 'k' } });
    expect(values).toMatchObject({ customer_mode: 'existing', customer_id: 'k' });
  });

  it('knows a buyer by the number, then by the company, never by the name', () => {
    const found = [
      { id: 'name only', tax_id: null, company_id: null },
      { id: 'company', tax_id: null, company_id: 'c' },
      { id: 'number', tax_id: '93523609000126', company_id: null },
    ];
    expect(sameBuyer(found, { companyId: 'c', taxId: '93.523.609/0001-26' })?.id).toBe('number');
    expect(sameBuyer(found, { companyId: 'c', taxId: null })?.id).toBe('company');
    expect(sameBuyer(found, { companyId: 'other', taxId: null })).toBeUndefined();
    expect(sameBuyer(found, {})).toBeUndefined();
  });

  it('begins at the first thing that is missing', () => {
    const values = start();
    expect(firstGap(values)).toBe('customer.tax_id');
    values.customer.tax_id = '93.523.609/0001-26';
    expect(firstGap(values)).toBe('customer.email');
    values.customer.email = 'a@b.com.br';
    expect(firstGap(values)).toBe('contracts.0.service_type');
    expect(firstGap({ ...values, customer_mode: 'existing', customer_id: null })).toBe('customer_id');
    expect(firstGap({ ...values, customer_mode: 'none', contracts: [] })).toBe('won_on');
  });

  it('says beside each field what is missing or wrong', () => {
    const values = start();
    values.customer.name = '';
    values.customer.tax_id = '529.982.247-26';
    expect(messages(values)).toEqual([
      'contracts.0.service_type: required',
      'customer.name: required',
      'customer.tax_id: tax',
    ]);
  });

  it('asks for nothing of a customer that is not wanted', () => {
    const values = { ...start(), customer_mode: 'none' as const, contracts: [] };
    values.customer.name = '';
    expect(messages(values)).toBeUndefined();
    expect(winRequest(values, deal)).toEqual({ won_on: '2026-11-20' });
  });

  it('sends tax ids without mask, and a CPF makes a person', () => {
    const values = start();
    values.customer.tax_id = '529.982.247-25';
    const contract = values.contracts[0];
    if (contract) {
      contract.service_type = 'saas_cfc';
      contract.billing_day = '31';
    }
    expect(messages(values)).toBeUndefined();
    expect(winRequest(values, deal)).toMatchObject({
      customer: { tax_id: '52998224725', kind: 'person', company_id: 'c', email: null },
      contracts: [{ service_type: 'saas_cfc', cost_cents: 0, billing_day: 31, currency: 'BRL' }],
    });
  });

  it('names a known customer by its id alone', () => {
    const values = { ...start(), customer_mode: 'existing' as const, customer_id: 'k', contracts: [] };
    expect(winRequest(values, deal)).toEqual({
      won_on: '2026-11-20',
      customer_id: 'k',
      contracts: [],
    });
  });
});
