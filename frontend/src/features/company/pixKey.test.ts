import { expect, it } from 'vitest';
import { readPixKey } from './pixKey';

it.each([
  ['financeiro@Pixel12.com.br', 'email', 'financeiro@pixel12.com.br'],
  ['529.982.247-25', 'cpf', '52998224725'],
  ['12.ABC.345/01DE-35', 'cnpj', '12ABC34501DE35'],
  ['(41) 99999-0000', 'phone', '+5541999990000'],
  ['+55 41 99999-0000', 'phone', '+5541999990000'],
  ['4133334444', 'phone', '+554133334444'],
  ['123E4567-E12B-12D1-A456-426655440000', 'random', '123e4567-e12b-12d1-a456-426655440000'],
])('reads %s as a key of kind %s', (typed, kind, key) => {
  expect(readPixKey(typed)).toEqual({ kind, key });
});

it.each(['', 'pixel12', '529.982.247-26', '@pixel12', 'a@b', '11.222.333/0001-82', '0800 123'])(
  'refuses %j',
  (typed) => {
    expect(readPixKey(typed)).toBeNull();
  },
);
