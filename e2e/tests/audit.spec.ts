import type { Page } from '@playwright/test';
import { apiOf, expect, expectAccessible, loginAs, test } from '../support/pulso';

const rows = (page: Page) =>
  page.getByRole('table', { name: 'Alterações' }).locator('tbody').getByRole('row');

async function filter(page: Page, chip: string, option: string) {
  await page.getByRole('button', { name: new RegExp(`^${chip}: `) }).click();
  await page.getByRole('menuitemradio', { name: option, exact: true }).click();
}

test('the audit trail is narrowed by person, record, action and period, and shows before and after', async ({
  page,
  company,
  request,
}) => {
  const ana = { email: `ana@${company.tenant}.test`, password: company.password, tenant: company.tenant };
  await company.api.post('/api/tenant/users', { name: 'Ana Prado', role: 'manager', ...withoutTenant(ana) });
  const { id, version } = await company.api.post<{ id: string; version: number }>('/api/customers', {
    name: 'Padaria Sol',
    kind: 'company',
    email: 'contas@padariasol.test',
  });
  const colleague = await apiOf(request, ana);
  await colleague.patch(`/api/customers/${id}`, version, { email: 'financeiro@padariasol.test' });
  await loginAs(page, company);
  await page.goto('/audit');

  await test.step('who', async () => {
    await filter(page, 'Quem', 'Ana Prado');
    await expect(page).toHaveURL(/actor_id=/);
    await expect(page.getByRole('button', { name: 'Quem: Ana Prado' })).toBeVisible();
    await expect(rows(page).filter({ hasText: 'Maria Alves' })).toHaveCount(0);
    await expect(rows(page).filter({ hasText: 'Cliente' })).toContainText('Ana Prado');
  });

  await test.step('what, and what was done to it', async () => {
    await filter(page, 'Quem', 'Todos');
    await filter(page, 'Registro', 'Cliente');
    await expect(rows(page)).toHaveCount(2);
    await filter(page, 'Ação', 'Alterou');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('E-mail: contas@padariasol.test → financeiro@padariasol.test');
    await expectAccessible(page);
  });

  await test.step('before and after, opened and closed by keyboard', async () => {
    await rows(page).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Alterou cliente' });
    await expect(panel.getByText(/^Ana Prado · /)).toBeVisible();
    const email = panel.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'E-mail' }) });
    await expect(email.getByRole('cell')).toHaveText([
      'contas@padariasol.test',
      'financeiro@padariasol.test',
    ]);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(rows(page)).toBeFocused();
  });

  await test.step('all that happened to one record', async () => {
    await rows(page).click();
    await page.getByRole('button', { name: 'Ver tudo deste registro' }).click();
    await expect(page.getByText('Só este registro')).toBeVisible();
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).nth(0)).toContainText('Alterou');
    await expect(rows(page).nth(1)).toContainText('Criou');
    await expect(rows(page).nth(1)).toContainText('Padaria Sol');
  });

  await test.step('when', async () => {
    await page.goto('/audit?entity=customers');
    await page.getByRole('button', { name: /^Período: / }).click();
    await page.getByRole('button', { name: 'Mês passado' }).click();
    await expect(page).toHaveURL(/from=.*to=/);
    await expect(page.getByText('Nenhuma alteração com estes filtros')).toBeVisible();
    await page.getByRole('button', { name: /^Período: / }).click();
    await page.getByRole('button', { name: 'Hoje' }).click();
    await expect(rows(page)).toHaveCount(2);
    // The address is the state: it looks the same after a reload.
    await page.reload();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Período: Hoje' })).toBeVisible();
  });
});

test('the trail is checked at once, and tells up to when it is as it was written', async ({
  page,
  company,
}) => {
  await company.api.post('/api/crm/leads', { name: 'Joana Prado' });
  await loginAs(page, company);
  await page.goto('/audit');
  const check = page.getByRole('button', { name: 'Verificar agora' });
  const started = page.waitForResponse((answer) => /\/api\/jobs\/audit-check\/runs$/.test(answer.url()));
  await check.click();
  expect((await started).status()).toBe(202);
  // The run is over when the button may be used again.
  await expect(check).not.toHaveAttribute('aria-busy');
  await expect(page.getByText(/^Íntegra: verificada até \d\d\/\d\d\/\d{4}/)).toBeVisible();

  await page.getByRole('button', { name: 'Detalhes' }).click();
  const details = page.getByRole('dialog', { name: 'Integridade da auditoria' });
  const fact = (name: string) =>
    details.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');
  await expect(fact('Situação')).toHaveText('Íntegra');
  await expect(fact('Registros verificados')).toHaveText(/^[1-9]/);
  await expect(fact('Hash do último bloco')).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
});

const withoutTenant = ({ email, password }: { email: string; password: string }) => ({ email, password });
