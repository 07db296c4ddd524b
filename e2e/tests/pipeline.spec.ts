import type { Page } from '@playwright/test';
import { card, column, pipelineOf } from '../support/board';
import { type Company, expect, loginAs, test } from '../support/pulso';

async function openBoard(page: Page, company: Company): Promise<void> {
  await loginAs(page, company);
  await page.goto('/pipeline');
  await expect(column(page, 'Novo')).toBeVisible();
}

/** A card is taken by the mouse; only then is there a zone to let it go over. */
async function dragToZone(page: Page, title: string, zone: string): Promise<void> {
  await card(page, title).hover();
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 8 });
  const target = page.getByTestId(`zone-${zone}`);
  await expect(async () => {
    await page.mouse.move(402, 402, { steps: 2 });
    await expect(target).toBeVisible({ timeout: 500 });
  }).toPass();
  const box = await target.boundingBox();
  if (!box) throw new Error('no zone to drop on');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  await expect(async () => {
    await page.mouse.move(box.x + box.width / 2 + 2, box.y + box.height / 2, { steps: 2 });
    await expect(target).toHaveClass(/bg-accent-soft/, { timeout: 500 });
  }).toPass();
  await page.mouse.up();
}

test('a card that is let go over the lost zone is lost for a reason of the list, and comes back', async ({
  page,
  company,
}) => {
  await company.api.post('/api/crm/deals', { title: 'Padaria Sol', amount_cents: 120_000 });
  await openBoard(page, company);
  await dragToZone(page, 'Padaria Sol', 'lose');
  const dialog = page.getByRole('dialog', { name: 'Perder negócio' });
  await dialog.getByRole('button', { name: 'Parou de responder' }).click();
  await dialog.getByRole('button', { name: 'Confirmar perda' }).click();
  await expect(column(page, 'Perdido')).toHaveAccessibleName('Perdido, 1 negócio');
  const { data } = await company.api.get<{ data: { loss?: { name: string } }[] }>(
    '/api/crm/deals?status=lost&include=loss',
  );
  expect(data.map(({ loss }) => loss?.name)).toEqual(['Parou de responder']);
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(card(column(page, 'Novo'), 'Padaria Sol')).toBeVisible();
});

test('several cards are chosen by keys, moved at once and taken back', async ({ page, company }) => {
  for (const title of ['Um', 'Dois', 'Três'])
    await company.api.post('/api/crm/deals', { title, amount_cents: 100_000 });
  await openBoard(page, company);
  await page.getByRole('link', { name: 'Três', exact: true }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar', { name: 'Seleção' });
  await expect(bar).toContainText('2 selecionados');
  await bar.getByRole('button', { name: 'Mover para…' }).click();
  await page.getByRole('menuitem', { name: 'Proposta' }).click();
  await expect(column(page, 'Proposta')).toHaveAccessibleName('Proposta, 2 negócios');
  await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 1 negócio');
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 3 negócios');
});

test.describe('a stage that requires', () => {
  // The browser itself logs every answer of 400 and above.
  test.use({ allowConsoleErrors: [/422/] });

  test('asks for just that and goes on, and a deal is made in its column', async ({ page, company }) => {
    const pipeline = await pipelineOf(company.api);
    await openBoard(page, company);
    await page.goto('/settings/pipelines');
    await page.getByRole('button', { name: 'O que Proposta exige' }).click();
    await page.getByRole('checkbox', { name: 'Previsão de fechamento' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Salvar', exact: true }).click();
    await expect(page.getByText('Etapas salvas')).toBeVisible();

    await page.goto('/pipeline');
    await page.getByRole('button', { name: 'Novo negócio em Novo' }).click();
    await page.getByRole('textbox', { name: 'Título; Enter cria' }).fill('Mercado Lua');
    await page.keyboard.press('Enter');
    await expect(card(column(page, 'Novo'), 'Mercado Lua')).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Mercado Lua', exact: true }).focus();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'Proposta', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Para entrar em Proposta' });
    await dialog.getByLabel('Fecha em').fill('31/01/2027');
    await dialog.getByRole('button', { name: 'Salvar e mover' }).click();
    await expect(card(column(page, 'Proposta'), 'Mercado Lua')).toBeVisible();
    // The card is there before the server has answered.
    await expect.poll(async () => (await pipeline.board())[2]?.count).toBe(1);
  });
});
