import { demo, expect, expectAccessible, loginAs, test } from '../support/pulso';

interface Metrics {
  mrr: { value_cents: number };
  overdue: { value_cents: number };
  new_customers: { value: number };
  alerts: { overdue: { count: number } };
}

const money = (cents: number) =>
  new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(cents / 100);

test('the dashboard is home, says what the API says, and every figure opens its rows', async ({ page }) => {
  const api = await loginAs(page, demo.admin);
  const metrics = await api.get<Metrics>('/api/dashboard/metrics');
  const tile = (name: string) => page.getByRole('region', { name, exact: true });
  await page.goto('/');
  await expect(page).toHaveURL(/\/dashboard$/);
  await expect(tile('MRR')).toContainText(money(metrics.mrr.value_cents));
  await expect(tile('Vencido em aberto')).toContainText(money(metrics.overdue.value_cents));
  await expect(tile('Novos clientes')).toContainText(String(metrics.new_customers.value));
  await expect(page.getByRole('button', { name: /saldo de/ })).toHaveCount(12);
  // Twelve months invoiced and received, and what moved: each of them is really drawn.
  for (const title of ['Crescimento', 'Movimento do MRR']) {
    const bars = page
      .locator('section', { has: page.getByRole('heading', { name: title }) })
      .locator('[data-bar]');
    expect(await bars.count()).toBeGreaterThanOrEqual(12);
    for (const { width, height } of await bars.evaluateAll((all) =>
      all.map((bar) => bar.getBoundingClientRect().toJSON()),
    )) {
      expect(width).toBeGreaterThan(8);
      expect(height).toBeGreaterThan(0);
    }
  }
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Ver o que compõe Novos clientes' }).click();
  const panel = page.getByRole('dialog', { name: 'Movimento do MRR' });
  await expect(panel.getByRole('listitem')).toHaveCount(metrics.new_customers.value);
  await expect(page).toHaveURL(/rows=movements/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ver Crescimento como tabela' }).click();
  await expect(page.getByRole('region', { name: 'Crescimento' }).getByRole('row')).toHaveCount(13);
  await expectAccessible(page);

  await page.getByRole('link', { name: /faturas? vencidas?/ }).click();
  await expect(page).toHaveURL(/\/invoices\?.*status=overdue/);
  const all = await api.get<{ data: unknown[] }>('/api/invoices?status=overdue&limit=200');
  expect(all.data).toHaveLength(metrics.alerts.overdue.count);
});

test('a company without records is told where to begin', async ({ page, company }) => {
  await loginAs(page, company);
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { name: 'Seu painel começa aqui' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cadastre um contrato' }).click();
  await expect(page).toHaveURL(/\/contracts/);
});
