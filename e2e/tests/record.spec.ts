import { expect, expectAccessible, loginAs, test } from '../support/pulso';

// One of the records that it asks for is not there.
test.use({ allowConsoleErrors: [/status of 404/] });

test('a record is walked to beside its list, opens on the whole page, and shows the way from lead to payment', async ({
  page,
  company,
}) => {
  const { api } = company;
  await api.post('/api/crm/leads', { name: 'Bruno Reis' });
  const lead = await api.post<{ id: string }>('/api/crm/leads', {
    name: 'Ana Prado',
    company_name: 'Odonto Vitale',
  });
  const { deal } = await api.post<{ deal: { id: string } }>(`/api/crm/leads/${lead.id}/convert`, {
    title: 'Site novo',
    amount_cents: 680_000,
  });
  await loginAs(page, company);

  await page.goto('/leads?sort=name');
  const rows = page.getByRole('table', { name: 'Leads' });
  await rows.getByRole('link', { name: 'Ana Prado' }).click();
  const ana = page.getByRole('dialog', { name: 'Ana Prado' });
  const loop = page.getByRole('navigation', { name: 'Do lead ao pagamento' });
  await expect(ana.getByRole('navigation', { name: 'Do lead ao pagamento' })).toBeVisible();
  await expectAccessible(page);

  // The next of the list and back, without leaving the panel.
  await page.keyboard.press('j');
  await expect(page.getByRole('dialog', { name: 'Bruno Reis' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(ana).toBeVisible();

  await ana.getByRole('link', { name: 'Abrir na página inteira' }).click();
  await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}$`));
  await expect(page.getByRole('heading', { level: 2, name: 'Ana Prado' })).toBeVisible();
  await expect(page.getByText('1 de 2')).toBeVisible();
  await expect(loop.getByRole('listitem')).toHaveCount(6);
  await expect(loop.locator('[aria-current=step]')).toContainText('Lead');
  await expect(loop.getByText('ainda não')).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'Linha do tempo' })).toBeVisible();
  await expectAccessible(page);

  // A step is a way on: the same deal that the board shows, with all that may be done with it.
  await loop.getByRole('link', { name: /Negócio/ }).click();
  await expect(page).toHaveURL(new RegExp(`/pipeline/${deal.id}$`));
  await expect(page.getByRole('heading', { level: 2, name: 'Site novo' })).toBeVisible();
  await page.getByRole('button', { name: 'Mover para Qualificado' }).click();
  await expect(page.getByRole('region', { name: 'Linha do tempo' }).getByText('moveu de')).toBeVisible();
  await page.getByRole('textbox', { name: 'Nova atividade' }).fill('Pediu prazo');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Pediu prazo' })).toBeVisible();
  await expectAccessible(page);

  // Wherever a record of a list is not known, its page is no page.
  await page.goto(`/leads/${crypto.randomUUID()}`);
  await expect(page.getByRole('heading', { level: 2, name: 'Não encontrado' })).toBeVisible();
});
