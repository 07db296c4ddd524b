import type { Page } from '@playwright/test';
import { card, column, drag, pipelineOf, titlesIn } from '../support/board';
import { type Company, expect, loginAs, test } from '../support/pulso';

async function openBoard(page: Page, company: Company): Promise<void> {
  await loginAs(page, company);
  await page.goto('/pipeline');
  await expect(column(page, 'Novo')).toBeVisible();
}

const moveTo = async (page: Page, title: string, stage: string): Promise<void> => {
  await page.getByRole('link', { name: title, exact: true }).focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
};

test.describe('when the server refuses', () => {
  // The browser itself logs every answer of 400 and above.
  test.use({ allowConsoleErrors: [/409/] });

  test('a refused move puts the card back and says why', async ({ page, company }) => {
    const pipeline = await pipelineOf(company.api);
    for (const [title, stage] of [
      ['Padaria Sol', 'Novo'],
      ['Mercado Lua', 'Proposta'],
    ] as const)
      await company.api.post('/api/crm/deals', {
        title,
        amount_cents: 120_000,
        stage_id: pipeline.stage(stage),
      });
    await page.route(/\/api\/crm\/deals\/[^/]+\/move\b/, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        json: {
          type: '/docs/problems/deal_closed',
          title: 'Conflict',
          status: 409,
          detail: 'O negócio já foi fechado por outra pessoa.',
          violations: [],
          trace_id: '0af7651916cd43dd8448eb211c80319c',
        },
      }),
    );
    await openBoard(page, company);

    await drag(page, card(page, 'Padaria Sol'), card(page, 'Mercado Lua'));

    const message = page.getByRole('alert').filter({ hasText: 'O negócio voltou para onde estava' });
    // In the words of the screen, by the type of the problem.
    await expect(message).toContainText('O negócio já está encerrado.');
    await expect(card(column(page, 'Novo'), 'Padaria Sol')).toBeVisible();
    await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 1 negócio');
    await expect(column(page, 'Proposta')).toHaveAccessibleName('Proposta, 1 negócio');
    expect((await pipeline.board()).map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 0, 0]);
  });
});

test('two windows that move cards at once lose none, and show the same board', async ({
  page,
  context,
  company,
}) => {
  const pipeline = await pipelineOf(company.api);
  const titles = Array.from({ length: 8 }, (_, index) => `Negócio ${'ABCDEFGH'[index]}`);
  for (const title of titles) await company.api.post('/api/crm/deals', { title, amount_cents: 100_000 });
  const other = await context.newPage();
  await openBoard(page, company);
  await openBoard(other, company);
  for (const one of [page, other]) await expect(card(one, 'Negócio H')).toBeVisible();

  const confirmed = [page, other].map((one) => {
    let moves = 0;
    one.on('response', (answer) => {
      if (new URL(answer.url()).pathname.endsWith('/move') && answer.ok()) moves += 1;
    });
    return () => moves;
  });
  await Promise.all([
    (async () => {
      for (const title of titles.slice(0, 4)) await moveTo(page, title, 'Qualificado');
    })(),
    (async () => {
      for (const title of titles.slice(4)) await moveTo(other, title, 'Qualificado');
    })(),
  ]);
  for (const moves of confirmed) await expect.poll(moves).toBe(4);

  await Promise.all([page.reload(), other.reload()]);
  for (const one of [page, other])
    await expect(column(one, 'Qualificado')).toHaveAccessibleName('Qualificado, 8 negócios');
  const seen = await titlesIn(page, 'Qualificado');
  expect([...seen].sort()).toEqual(titles);
  expect(await titlesIn(other, 'Qualificado')).toEqual(seen);
  const stages = await pipeline.board();
  expect(stages.map(({ count }) => count)).toEqual([0, 8, 0, 0, 0, 0, 0]);
  expect(stages[1]?.deals.map(({ title }) => title)).toEqual(seen);
});

test('five hundred cards in a column are drawn as they come into view, down to the last', async ({
  page,
  company,
}) => {
  const create = (index: number) =>
    company.api.post('/api/crm/deals', { title: `Negócio ${index}`, amount_cents: 100 });
  for (let start = 0; start < 500; start += 25)
    await Promise.all(Array.from({ length: 25 }, (_, offset) => create(start + offset)));
  await openBoard(page, company);
  const first = column(page, 'Novo');
  await expect(first).toHaveAccessibleName('Novo, 500 negócios');
  await expect(first).toContainText('R$ 500');

  const cards = first.getByRole('article');
  const last = first.locator('[aria-posinset="500"]');
  await cards.first().getByRole('link').focus();
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await cards.count()).toBeLessThan(60);
    await expect(last).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(last.getByRole('link')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(first.locator('[aria-posinset="1"]').getByRole('link')).toBeFocused();
  expect(await cards.count()).toBeLessThan(60);
});
