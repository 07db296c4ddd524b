import { expect, expectAccessible, loginAs, test } from '../support/pulso';

test('a job is run by hand for a day, and the history tells what it did', async ({ page, company }) => {
  const { id } = await company.api.post<{ id: string }>('/api/customers', {
    name: 'Padaria Sol',
    kind: 'company',
  });
  await company.api.post('/api/contracts', {
    customer_id: id,
    title: 'Hospedagem',
    service_type: 'hospedagem_site',
    billing_cycle: 'monthly',
    amount_cents: 15_000,
    start_on: new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo' }).format(new Date()),
  });
  await loginAs(page, company);
  await page.goto('/jobs');
  // As the night goes, so that what makes money stands first.
  const jobs = ['Faturamento diário', 'Troca de chaves', 'Verificação da auditoria', 'Limpeza'];
  await expect(
    page.getByRole('heading', { level: 2 }).filter({ hasText: new RegExp(jobs.join('|')) }),
  ).toHaveText(jobs);
  const history = page.getByRole('table', { name: 'Execuções das rotinas' });
  const byHand = history.getByRole('row').filter({ hasText: 'Manual' });

  await test.step('a day that is none is refused before anything runs', async () => {
    await page.getByRole('button', { name: 'Executar agora' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Executar “Faturamento diário”' });
    const day = dialog.getByLabel('Para o dia');
    await expect(day).toBeFocused();
    const today = await day.inputValue();
    await day.fill('31/02/2026');
    await dialog.getByRole('button', { name: 'Executar', exact: true }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await expect(byHand).toHaveCount(0);
    await day.fill(today);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  });

  await test.step('how it went is told, and stays in the history', async () => {
    await expect(
      page.getByRole('region', { name: 'Mensagens' }).getByText('“Faturamento diário” concluída'),
    ).toBeVisible();
    await expect(byHand).toHaveCount(1);
    await expect(byHand).toContainText('Faturamento diário');
    await expect(byHand).toContainText('Concluída');
    // By hand or by the schedule, whichever came first: one run has made the one invoice.
    await expect(history.getByRole('row').filter({ hasText: '1 fatura criada' })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('the history of one job', async () => {
    await page.getByRole('button', { name: 'Rotina: Todas' }).click();
    await page.getByRole('menuitemradio', { name: 'Limpeza' }).click();
    await expect(page).toHaveURL(/job=housekeeping/);
    await expect(history.getByRole('row').filter({ hasText: 'Faturamento diário' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Rotina: Limpeza' })).toBeVisible();
    await expect(byHand).toHaveCount(0);
  });
});
