import type { Locator } from '@playwright/test';
import { expect, expectAccessible, loginAs, test } from '../support/pulso';

const check = (within: Locator, subject: string) =>
  within.getByRole('checkbox', { name: `Concluir: ${subject}` });

test('what is agreed on a deal is on the list of the day, is completed with a next step, and taken back', async ({
  page,
  company,
}) => {
  const deal = await company.api.post<{ id: string }>('/api/crm/deals', {
    title: 'Loja virtual',
    amount_cents: 340_000,
  });
  await loginAs(page, company);

  await page.goto(`/pipeline?deal=${deal.id}`);
  const panel = page.getByRole('dialog', { name: 'Loja virtual' });
  await expect(panel.getByText('Nenhum próximo passo.')).toBeVisible();
  // The keys of the types, from the one that is chosen; Enter leads to the words.
  await panel.getByRole('radio', { name: /^Nota/ }).focus();
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Enviar proposta revisada');
  await panel.getByRole('button', { name: 'hoje' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('link', { name: 'Enviar proposta revisada' })).toBeVisible();
  await expectAccessible(page);

  // What is begun is still there after another page.
  const words = panel.getByRole('textbox', { name: 'Nova atividade' });
  await words.fill('Começada e não salva');
  await page.goto('/activities');
  const list = page.getByRole('table', { name: 'Atividades' });
  const row = list.getByRole('row', { name: /Enviar proposta revisada/ });
  await expect(row).toContainText('hoje');
  await expect(row.getByRole('link', { name: 'Loja virtual' })).toBeVisible();
  await expectAccessible(page);

  await check(list, 'Enviar proposta revisada').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Concluir atividade' });
  await dialog.getByLabel('Resultado').fill('Recebeu, responde amanhã');
  await dialog.getByRole('combobox', { name: 'Próximo passo' }).click();
  await page.getByRole('option', { name: 'Ligação' }).click();
  await dialog.getByLabel('Assunto').fill('Ligar pela resposta');
  await dialog.getByRole('button', { name: 'Concluir' }).click();
  const next = list.getByRole('row', { name: /Ligar pela resposta/ });
  // The next step is about the same deal, without saying so.
  await expect(next.getByRole('link', { name: 'Loja virtual' })).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.getByRole('button', { name: 'Desfazer' }).click();
  await expect(row).toBeVisible();
  await expect(next).toHaveCount(0);

  // The row's own keys: done at once, and gone from what is to be done.
  await row.getByRole('link', { name: /Enviar proposta revisada/ }).focus();
  await page.keyboard.press('e');
  await expect(page.getByText('Nada por fazer')).toBeVisible();

  // All of it is the history of the deal, beside what was changed in it.
  await page.goto(`/pipeline?deal=${deal.id}`);
  await expect(words).toHaveValue('Começada e não salva');
  const history = panel.getByRole('region', { name: 'Linha do tempo' });
  await expect(history.getByText('criou o registro')).toBeVisible();
  await expect(history.getByRole('link', { name: 'Enviar proposta revisada' })).toBeVisible();
  await panel.getByLabel('Valor').fill('2.900');
  await page.keyboard.press('Enter');
  await expect(history.getByText('mudou Valor de')).toHaveText(/R\$\s3\.400,00 para R\$\s2\.900,00$/);
  await expectAccessible(page);
  await history.getByRole('button', { name: 'Atividades' }).click();
  await expect(history.getByText('mudou Valor de')).toHaveCount(0);
  await expect(history.getByRole('link', { name: 'Enviar proposta revisada' })).toBeVisible();
});
