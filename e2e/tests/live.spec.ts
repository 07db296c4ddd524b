import type { Page } from '@playwright/test';
import { card, column, pipelineOf, titlesIn } from '../support/board';
import { type Company, expect, loginAs, test } from '../support/pulso';

async function openBoard(page: Page, company: Company): Promise<void> {
  const listening = page.waitForResponse('**/api/live');
  await loginAs(page, company);
  await page.goto('/pipeline');
  await expect(column(page, 'Novo')).toBeVisible();
  expect((await listening).status()).toBe(200);
}

async function threeDeals(company: Company): Promise<string[]> {
  const ids: string[] = [];
  for (const title of ['Negócio C', 'Negócio B', 'Negócio A']) {
    const { id } = await company.api.post<{ id: string }>('/api/crm/deals', { title, amount_cents: 100_000 });
    ids.unshift(id);
  }
  return ids;
}

test('what others do to the cards appears by itself, without reading the board again', async ({
  page,
  company,
}) => {
  const pipeline = await pipelineOf(company.api);
  const [a, b, c] = await threeDeals(company);
  await openBoard(page, company);
  await expect.poll(() => titlesIn(page, 'Novo')).toEqual(['Negócio A', 'Negócio B', 'Negócio C']);
  const boards: string[] = [];
  page.on('request', (asked) => {
    if (/\/board\?.*per_stage=[1-9]/.test(asked.url())) boards.push(asked.url());
  });

  await test.step('a card goes to another column, and the totals with it', async () => {
    await company.api.post(`/api/crm/deals/${b}/move`, { stage_id: pipeline.stage('Proposta') });
    await expect(card(column(page, 'Proposta'), 'Negócio B')).toBeVisible();
    await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 2 negócios');
    await expect(column(page, 'Proposta')).toContainText('R$ 1.000');
  });
  await test.step('a card changes its place in the column', async () => {
    await company.api.post(`/api/crm/deals/${a}/move`, { stage_id: pipeline.stage('Novo'), after_id: c });
    await expect.poll(() => titlesIn(page, 'Novo')).toEqual(['Negócio C', 'Negócio A']);
  });
  await test.step('a new card, and an edited one', async () => {
    await company.api.post('/api/crm/deals', { title: 'Negócio D', amount_cents: 250_000 });
    await expect.poll(() => titlesIn(page, 'Novo')).toEqual(['Negócio D', 'Negócio C', 'Negócio A']);
    await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 3 negócios');
    await company.api.patch(`/api/crm/deals/${c}`, 0, {
      title: 'Negócio C, maior',
      amount_cents: 900_000,
    });
    await expect(card(page, 'Negócio C, maior')).toContainText('R$ 9.000');
  });
  expect(boards).toEqual([]);
});

test('what others do does not take a card out of the hand', async ({ page, company }) => {
  const pipeline = await pipelineOf(company.api);
  const [, b, c] = await threeDeals(company);
  await openBoard(page, company);
  const held = card(page, 'Negócio A');
  await held.hover();
  await page.mouse.down();
  const target = await column(page, 'Negociação').boundingBox();
  if (!target) throw new Error('no column to drop on');
  const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
  await page.mouse.move(middle.x, middle.y, { steps: 12 });
  await expect(held).toHaveCSS('opacity', '0.4');

  for (const id of [b, c])
    await company.api.post(`/api/crm/deals/${id}/move`, { stage_id: pipeline.stage('Proposta') });

  const moved = page.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/);
  await page.mouse.move(middle.x + 2, middle.y, { steps: 2 });
  await page.mouse.up();
  expect((await moved).status()).toBe(200);
  await expect.poll(() => titlesIn(page, 'Negociação')).toEqual(['Negócio A']);
  await expect.poll(() => titlesIn(page, 'Proposta')).toEqual(['Negócio C', 'Negócio B']);
  await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 0 negócios');
});

test.describe('after a break', () => {
  // The browser itself logs requests that fail.
  test.use({ allowConsoleErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|ERR_CONNECTION|Failed to load/] });

  test('the board catches up with what happened meanwhile', async ({ page, context, company }) => {
    const pipeline = await pipelineOf(company.api);
    const [a] = await threeDeals(company);
    await openBoard(page, company);
    await expect(card(column(page, 'Novo'), 'Negócio A')).toBeVisible();
    await context.setOffline(true);
    await company.api.post(`/api/crm/deals/${a}/move`, { stage_id: pipeline.stage('Fechamento') });
    await context.setOffline(false);
    await expect(card(column(page, 'Fechamento'), 'Negócio A')).toBeVisible({ timeout: 60_000 });
    await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 2 negócios');
  });
});

test('an import tells how far it is, without being asked again and again', async ({ page, company }) => {
  const rows = Array.from({ length: 3000 }, (_, index) => `N-${index};Negócio ${index};100,00;Novo`);
  await loginAs(page, company);
  await page.goto('/imports');
  await page.getByRole('radio', { name: /^Negócios/ }).check({ force: true });
  await page
    .getByLabel('Escolher arquivo')
    .and(page.locator('input'))
    .setInputFiles({
      name: 'negocios.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Código;Título;Valor;Etapa\n${rows.join('\n')}\n`),
    });
  await page.getByRole('button', { name: 'Importar', exact: true }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
  // Sooner than the page would ask by itself.
  await expect(page.getByText('3.000 de 3.000 linhas')).toBeVisible({ timeout: 8_000 });
  await expect(page.getByText('Concluída', { exact: true })).toBeVisible({ timeout: 8_000 });
});
