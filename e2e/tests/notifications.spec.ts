import { accessibilityViolations, expect, expectAccessible, loginAs, test } from '../support/pulso';

test('somebody mentions me: the bell counts at once, leads to the record, and it is read', async ({
  page,
  browser,
  company,
}) => {
  const rui = { email: `rui-${company.tenant}@example.com`, password: company.password };
  await company.api.post('/api/tenant/users', { name: 'Rui Prado', role: 'agent', ...rui });
  const deal = await company.api.post<{ id: string }>('/api/crm/deals', { title: 'Loja virtual' });

  const his = await browser.newContext();
  const ruis = await his.newPage();
  await loginAs(ruis, { ...company, ...rui });
  await ruis.goto('/companies');
  await expect(ruis.getByRole('button', { name: 'Notificações', exact: true })).toBeVisible();

  // By keys alone: @, the first letters, Enter.
  await loginAs(page, company);
  await page.goto(`/pipeline?deal=${deal.id}`);
  const panel = page.getByRole('dialog', { name: 'Loja virtual' });
  const words = panel.getByRole('textbox', { name: 'Nova atividade' });
  await words.focus();
  await page.keyboard.type('Veja com @ru');
  const people = panel.getByRole('listbox', { name: 'Mencionar' });
  await expect(people.getByRole('option', { name: 'Rui Prado' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(words).toHaveValue('Veja com @Rui Prado ');
  await expect(people).toBeHidden();
  await page.keyboard.type('a proposta');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('link', { name: 'Veja com @Rui Prado a proposta' })).toBeVisible();

  const bell = ruis.getByRole('button', { name: 'Notificações, 1 não lida' });
  await expect(bell).toBeVisible();
  await bell.click();
  const told = ruis.getByRole('dialog', { name: 'Notificações' });
  const link = told.getByRole('link', { name: /mencionou você em Veja com @Rui Prado a proposta/ });
  await expect(link).toContainText('Loja virtual');
  expect(await accessibilityViolations(ruis, { over: true })).toEqual([]);
  await link.click();
  await expect(ruis.getByRole('dialog', { name: 'Loja virtual' })).toBeVisible();
  await expect(ruis.getByRole('button', { name: 'Notificações', exact: true })).toBeVisible();

  // What reaches him he chooses himself.
  await ruis.goto('/settings/profile#notifications');
  await ruis.getByRole('checkbox', { name: 'Mencionam você: No sino' }).click();
  await ruis.locator('#notifications').getByRole('button', { name: 'Salvar' }).click();
  await expect(ruis.getByText('Preferências salvas')).toBeVisible();
  await expectAccessible(ruis);
  await his.close();
});

test('the app can be put on the home screen of a phone', async ({ page }) => {
  await page.goto('/login');
  const manifest = await page.request.get(
    new URL((await page.locator('link[rel=manifest]').getAttribute('href')) ?? '', page.url()).href,
  );
  expect(manifest.status()).toBe(200);
  const { icons, start_url } = (await manifest.json()) as { icons: { src: string }[]; start_url: string };
  expect(start_url).toBe('/');
  for (const { src } of icons) {
    const icon = await page.request.get(src);
    expect(icon.headers()['content-type']).toMatch(/^image\//);
  }
});
