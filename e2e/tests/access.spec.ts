import { apiOf, expect, expectAccessible, loginAs, test } from '../support/pulso';

test('an invited colleague is listed, and another role counts at once', async ({
  page,
  company,
  request,
}) => {
  const password = 'correct horse battery';
  const colleague = { email: `ana@${company.tenant}.test`, password, tenant: company.tenant };
  await company.api.post('/api/tenant/users', {
    name: 'Ana Prado',
    email: colleague.email,
    role: 'viewer',
    password,
  });
  const ana = await apiOf(request, colleague);
  await expect(ana.post('/api/crm/leads', { name: 'Lead' })).rejects.toThrow('403');

  await loginAs(page, { email: company.email, password: company.password, tenant: company.tenant });
  await page.goto('/settings/users');
  await page.getByRole('button', { name: 'Convidar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(`rui@${company.tenant}.test`);
  await dialog.getByRole('button', { name: 'Enviar convite' }).click();
  await expect(
    page.getByRole('region', { name: 'Convites em aberto' }).getByText(`rui@${company.tenant}.test`),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('row', { name: /Ana Prado/ }).click();
  await page.getByRole('dialog').getByLabel('Perfil').click();
  await page.getByRole('option', { name: 'Vendas' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Usuário salvo')).toBeVisible();
  // The token that Ana has had all along.
  await ana.post('/api/crm/leads', { name: 'Lead' });
});

test('a role is made in the matrix by keyboard', async ({ page, company }) => {
  await loginAs(page, { email: company.email, password: company.password, tenant: company.tenant });
  await page.goto('/settings/roles');
  await page.getByRole('button', { name: 'Novo perfil' }).click();
  await page.getByLabel('Nome do perfil').fill('Pré-vendas');
  const change = page.getByRole('checkbox', { name: 'Leads: Alterar' });
  await change.focus();
  await page.keyboard.press('Space');
  await expect(change).toBeChecked();
  // Who may change something may see it.
  await expect(page.getByRole('checkbox', { name: 'Leads: Ver' })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: /Pré-vendas/ })).toHaveAttribute('aria-current', 'page');
});

test('a key is shown once, works, and is refused when revoked', async ({ page, company, request }) => {
  await loginAs(page, { email: company.email, password: company.password, tenant: company.tenant });
  await page.goto('/settings/api-keys');
  await page.getByRole('button', { name: 'Nova chave' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Para que serve').fill('ERP');
  await dialog.getByRole('checkbox', { name: 'Leads: Ver' }).click();
  await dialog.getByRole('button', { name: 'Criar chave' }).click();
  const secret = await page.getByLabel('Chave', { exact: true }).inputValue();
  expect(secret).toMatch(/^pulso_live_[0-9A-Za-z]{98}$/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Já guardei' }).click();

  const ask = () => request.get('/api/crm/leads', { headers: { 'X-API-Key': secret } });
  expect((await ask()).status()).toBe(200);
  await expect(page.getByRole('row', { name: /ERP/ })).toContainText('Ativa');
  // Its successor works beside it.
  await page.getByRole('button', { name: 'Trocar ERP' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trocar', exact: true }).click();
  const next = await page.getByLabel('Chave', { exact: true }).inputValue();
  expect(next).not.toBe(secret);
  await page.getByRole('button', { name: 'Já guardei' }).click();
  const replaced = page.getByRole('row', { name: /Substituída/ });
  await expect(replaced).toBeVisible();
  expect((await ask()).status()).toBe(200);
  expect((await request.get('/api/crm/leads', { headers: { 'X-API-Key': next } })).status()).toBe(200);
  await replaced.getByRole('button', { name: 'Revogar ERP' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revogar', exact: true }).click();
  await expect(page.getByRole('row', { name: /Revogada/ })).toContainText('ERP');
  expect((await ask()).status()).toBe(401);
});
