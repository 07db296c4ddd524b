import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, loginAs, test } from '../support/pulso';

test('a filtered list is taken along as a file, which says what the list shows', async ({ page, company }) => {
  const site = { name: 'Ana "Aninha" Souza; filha', source: 'site', company_name: '=1+1' };
  await company.api.post('/api/crm/leads', site);
  await company.api.post('/api/crm/leads', { name: 'Bruno Lima', source: 'site' });
  await company.api.post('/api/crm/leads', { name: 'Carla Dias', source: 'evento' });
  await loginAs(page, company);
  await page.goto('/leads?source=site&sort=name');
  const table = page.getByRole('table', { name: 'Leads' });
  await expect(table.getByRole('link', { name: 'Bruno Lima' })).toBeVisible();

  await test.step('the dialog knows the columns and how many rows there are', async () => {
    await page.getByRole('button', { name: 'Exportar', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Exportar: Leads' });
    await expect(dialog.getByText('2 linhas, com os filtros de agora.')).toBeVisible();
    await expect(dialog.getByRole('checkbox', { name: 'Nome', exact: true })).toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole('checkbox', { name: 'Todas as colunas' }).click();
    await dialog.getByRole('checkbox', { name: 'Todas as colunas' }).click();
    for (const column of ['Nome', 'Empresa', 'Origem'])
      await dialog.getByRole('checkbox', { name: column, exact: true }).click();
    await dialog.getByRole('button', { name: 'Exportar', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('it is waited for on whatever page, and the file has the rows of the list', async () => {
    await page.getByRole('link', { name: 'Empresas', exact: true }).click();
    const tray = page.getByRole('region', { name: 'Exportações em andamento' });
    await expect(tray.getByText('Pronto: 2 linhas')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tray.getByRole('button', { name: 'Baixar' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Leads \d{4}-\d{2}-\d{2}\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toBe(
      '\ufeffNome;Empresa;Origem\r\n"Ana ""Aninha"" Souza; filha";\'=1+1;site\r\nBruno Lima;;site\r\n',
    );
    await expect(tray).toHaveCount(0);
  });

  await test.step('it is kept among the exports until it is deleted', async () => {
    await page.getByRole('link', { name: 'Exportações' }).click();
    const row = page.getByRole('row', { name: /Leads .*\.csv/ });
    await expect(row.getByText('Pronta')).toBeVisible();
    await expectAccessible(page);
    await row.getByRole('button', { name: /^Excluir/ }).click();
    await expect(page.getByText('Nada foi exportado ainda')).toBeVisible();
  });
});

test('deals as a list: what they are worth stands below, and many are moved at once', async ({ page, company }) => {
  await company.api.post('/api/crm/deals', { title: 'Loja virtual', amount_cents: 150_000 });
  await company.api.post('/api/crm/deals', { title: 'Site', amount_cents: 50_050 });
  await company.api.post('/api/crm/deals', { title: 'Store', amount_cents: 9_900, currency: 'USD' });
  await loginAs(page, company);
  await page.goto('/pipeline');
  await page.getByRole('link', { name: 'Lista', exact: true }).click();
  await expect(page).toHaveURL(/\/deals\?status=open/);
  const table = page.getByRole('table', { name: 'Negócios' });
  await expect(table.getByRole('link', { name: 'Loja virtual' })).toBeVisible();
  const total = table.getByRole('row', { name: /^Total/ });
  await expect(total).toContainText('R$ 2.000,50');
  await expect(total).toContainText('US$ 99,00');
  await expectAccessible(page);

  await table.getByRole('row', { name: /Loja virtual/ }).getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Alterar' }).click();
  await page.getByRole('menuitem', { name: 'Mudar etapa' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mudar etapa' });
  await dialog.getByRole('combobox', { name: /Etapa/ }).click();
  await page.getByRole('option').last().click();
  await dialog.getByRole('button', { name: 'Mudar etapa' }).click();
  await expect(page.getByText('1 alterado')).toBeVisible({ timeout: 30_000 });

  await table.getByRole('link', { name: 'Site', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Site' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Quadro' }).click();
  await expect(page).toHaveURL(/\/pipeline/);
});
