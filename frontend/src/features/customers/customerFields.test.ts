import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Customer } from '@/shared/api/gen';
import { customerFields, kindOf } from './customerFields';

const { empty, read, write, patch, changed, schema: schemaOf } = customerFields;
const customer: Customer = {
  id: 'u1',
  name: 'Autoescola Progresso',
  kind: 'company',
  tax_id: '12ABC34501DE35',
  email: 'financeiro@progresso.com.br',
  billing_status: 'current',
  notes: 'Paga sempre no dia 5',
  version: 2,
};

describe('the form of a customer', () => {
  it('shows the tax id with its mask and sends it without', () => {
    expect(read(customer).tax_id).toBe('12.ABC.345/01DE-35');
    expect(write({ ...empty, name: 'X', tax_id: '12.abc.345/01de-35' })).toMatchObject({
      tax_id: '12ABC34501DE35',
      email: null,
      account_manager_id: null,
    });
  });

  it('sends only what was changed, and null for what was emptied', () => {
    expect(patch(customer, read(customer))).toEqual({});
    expect(patch(customer, { ...read(customer), email: '', phone: '41 99999-0000' })).toEqual({
      email: null,
      phone: '41 99999-0000',
    });
  });

  it('refuses a tax id whose digits do not add up, and a CNPJ of a person', () => {
    const schema = schemaOf(i18next.t);
    const fieldOf = (values: object) =>
      schema.safeParse({ ...read(customer), ...values }).error?.issues[0]?.path;
    expect(fieldOf({})).toBeUndefined();
    expect(fieldOf({ tax_id: '' })).toBeUndefined();
    expect(fieldOf({ tax_id: '12.ABC.345/01DE-36' })).toEqual(['tax_id']);
    expect(fieldOf({ kind: 'person' })).toEqual(['tax_id']);
    expect(fieldOf({ email: 'not an address' })).toEqual(['email']);
    expect(fieldOf({ name: ' ' })).toEqual(['name']);
  });

  it('a CPF makes a person, a CNPJ a company, half a number changes nothing', () => {
    expect(kindOf('529.982.247-25', 'company')).toBe('person');
    expect(kindOf('12ABC34501DE35', 'person')).toBe('company');
    expect(kindOf('529.982', 'company')).toBe('company');
  });

  it('names the fields that somebody else has changed', () => {
    expect(changed(customer, { ...customer, version: 3, name: 'Autoescola Progresso Ltda.' })).toEqual([
      'name',
    ]);
  });
});
