import { expect, loginAs, test } from '../support/pulso';

test('a keyboard alone skips to the content, lists the shortcuts, searches and comes back', async ({
  page,
  company,
}) => {
  const { id } = await company.api.post<{ id: string }>('/api/crm/leads', {
    name: 'Joana Prado',
    source: 'site',
  });
  await loginAs(page, company);
  await page.goto('/leads');
  const row = page.getByRole('row').filter({ hasText: 'Joana Prado' });
  await expect(row).toBeVisible();
  // The whole row is a link, so that it opens in another tab as well.
  const link = row.locator('a');

  await test.step('the first stop leads past the navigation', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Ir para o conteúdo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  await test.step('the shortcuts are listed, and the focus comes back', async () => {
    await link.focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Atalhos do teclado' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  await test.step('a slash goes to the search of the page', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Buscar lead' })).toBeFocused();
  });

  await test.step('Enter opens a row, Escape returns to it', async () => {
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Joana Prado' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  await test.step('the palette finds the record from another page', async () => {
    await page.goto('/invoices');
    await expect(page.getByRole('heading', { name: 'Faturas' })).toBeVisible();
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: 'Buscar ou comandar' })).toBeFocused();
    await page.keyboard.type('joana');
    await expect(page.getByRole('option', { name: /Joana Prado/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/leads\\?id=${id}`));
  });
});

test('dialogs begin at their first field, and give the focus back to what opened them', async ({
  page,
  company,
}) => {
  const { id } = await company.api.post<{ id: string }>('/api/crm/deals', {
    title: 'Loja virtual',
    amount_cents: 340_000,
  });
  await loginAs(page, company);
  const comesBack = async (opener: string, dialog: string, field: string) => {
    const button = page.getByRole('button', { name: opener, exact: true }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: dialog });
    await expect(form.getByLabel(field)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(button).toBeFocused();
  };
  for (const [path, opener, field] of [
    ['/leads', 'Novo lead', 'Nome'],
    ['/companies', 'Nova empresa', 'Nome'],
    ['/customers', 'Novo cliente', 'Nome'],
    ['/contracts', 'Novo contrato', 'Cliente'],
  ] as const) {
    await page.goto(path);
    await comesBack(opener, opener, field);
    // The same by the key that every list knows.
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog', { name: opener }).getByLabel(field)).toBeFocused();
    await page.keyboard.press('Escape');
  }

  // On top of a panel, whose turn comes afterwards.
  await page.goto(`/pipeline?deal=${id}`);
  await comesBack('Perder', 'Perder negócio', 'Observação');
  // Its day is known, its customer is not: one begins at what is missing.
  await comesBack('Ganhar', 'Ganhar negócio', 'Nome ou razão social');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
