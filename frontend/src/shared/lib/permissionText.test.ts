import { afterEach, expect, it } from 'vitest';
import { switchLanguage } from '@/shared/i18n';
import { permissionTexts, reachTexts, recordsText } from './permissionText';

afterEach(() => switchLanguage('pt-BR'));

it('permissions are told by area, as in the matrix of the roles', async () => {
  const scopes = ['customers.customers:read', 'crm.leads:read', 'crm.leads:write', 'jobs.runs:run'];
  expect(permissionTexts(scopes)).toEqual(['Clientes: ver', 'Leads: ver e alterar', 'Rotinas: executar']);
  await switchLanguage('en');
  expect(permissionTexts(scopes)[1]).toBe('Leads: see and change');
});

it('a permission that a newer server knows keeps its name', () => {
  expect(permissionTexts(['telephony:dial', 'everything'])).toEqual(['telephony: dial', 'everything']);
});

it('a kind of record is called as its permissions are, and a new one by its own name', () => {
  expect(recordsText('deals')).toBe('Negócios');
  expect(recordsText('service_tickets')).toBe('Service tickets');
  expect(reachTexts({ leads: 'own', deals: 'team' })).toEqual(['Leads: só os seus', 'Negócios: da equipe']);
});
