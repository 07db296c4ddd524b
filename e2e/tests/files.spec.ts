import { expect, expectAccessible, loginAs, test } from '../support/pulso';

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

// A program is refused.
test.use({ allowConsoleErrors: [/400 .*\/api\/files/] });

test('a file is kept with a deal, looked at, deleted and brought back', async ({ page, company }) => {
  const deal = await company.api.post<{ id: string }>('/api/crm/deals', { title: 'Loja virtual' });
  await loginAs(page, company);
  await page.goto(`/pipeline?deal=${deal.id}`);
  const panel = page.getByRole('dialog', { name: 'Loja virtual' });
  await expect(panel.getByText('Nenhum arquivo.', { exact: false })).toBeVisible();

  await panel.locator('input[type=file]').setInputFiles([
    { name: 'Fachada ☀️.png', mimeType: 'image/png', buffer: pixel },
    { name: 'vírus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a PDF') },
  ]);
  const open = panel.getByRole('button', { name: 'Ver Fachada ☀️.png' });
  await expect(open).toBeVisible();
  await expect(panel.getByText('Programas não são guardados.')).toBeVisible();
  await panel.getByRole('button', { name: 'Descartar vírus.pdf' }).click();
  await expectAccessible(page);

  await open.click();
  const preview = page.getByRole('dialog', { name: 'Fachada ☀️.png' });
  await expect(preview.getByRole('img', { name: 'Fachada ☀️.png' })).toBeVisible();
  await expect(preview.getByText('1 × 1')).toBeVisible();
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Excluir Fachada ☀️.png' }).click();
  await expect(open).toHaveCount(0);
  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(open).toBeVisible();
  await page.reload();
  await expect(open).toBeVisible();
});
