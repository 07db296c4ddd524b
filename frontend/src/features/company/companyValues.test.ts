import i18next from 'i18next';
import { expect, it } from 'vitest';
import type { Tenant } from '@/shared/api/gen';
import { changedFields, companySchema, patchBody, valuesOf } from './companyValues';

const tenant: Tenant = {
  id: 't1',
  slug: 'pixel12',
  name: 'Pixel12 Digital',
  tax_id: '11222333000181',
  locale: 'pt-BR',
  time_zone: 'America/Sao_Paulo',
  currency: 'BRL',
  invoice_due_days: 10,
  pix_key: null,
  version: 4,
};

it('sends only what was changed, keys and tax ids as machines read them', () => {
  expect(patchBody(tenant, valuesOf(tenant))).toEqual({});
  expect(
    patchBody(tenant, { ...valuesOf(tenant), tax_id: '', pix_key: '(41) 99999-0000', invoice_due_days: '0' }),
  ).toEqual({ tax_id: null, pix_key: '+5541999990000', invoice_due_days: 0 });
});

it('refuses what cannot be, beside the field', () => {
  const fields = companySchema(i18next.t)
    .safeParse({
      ...valuesOf(tenant),
      name: '',
      tax_id: '11.222.333/0001-82',
      time_zone: { id: 'America/Curitiba', label: '' },
      invoice_due_days: '91',
      pix_key: 'minha chave',
    })
    .error?.issues.map((issue) => issue.path[0]);
  expect(fields).toEqual(['name', 'tax_id', 'time_zone', 'invoice_due_days', 'pix_key']);
  expect(companySchema(i18next.t).safeParse(valuesOf(tenant)).success).toBe(true);
});

it('names the fields that somebody else has changed', () => {
  expect(changedFields(tenant, { ...tenant, version: 5, pix_city: 'Curitiba' })).toEqual(['pix_city']);
});
