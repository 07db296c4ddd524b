import { expect, it } from 'vitest';
import { readOrigin } from './origin';

it('takes the address of a site as browsers write it', () => {
  expect(readOrigin(' https://Portal.Acme.com.br/ ')).toBe('https://portal.acme.com.br');
  expect(readOrigin('https://acme.com.br:443')).toBe('https://acme.com.br');
  expect(readOrigin('http://localhost:5173')).toBe('http://localhost:5173');
});

it('refuses what is none, or not safe', () => {
  for (const typed of [
    '',
    '*',
    'acme.com.br',
    'http://acme.com.br',
    'https://*.acme.com.br',
    'https://acme.com.br/x',
  ])
    expect(readOrigin(typed), typed).toBeNull();
});
