import { card, column } from '../support/board';
import { expect, expectAccessible, loginAs, test } from '../support/pulso';

/** As a Brazilian spreadsheet saves it: semicolons, latin-1, commas for decimals, day first; one amount is no amount. */
const csv = Buffer.from(
  [
    'Código;Título;Empresa;Valor;Etapa;Previsão de fechamento',
    'N-1;Manutenção de elevadores;Condomínio São João;R$ 1.234,56;Prospecção;31/12/2026',
    'N-2;Café da manhã;Padaria Pão Quente;R$ 2.000,00;Prospecção;15/01/2027',
    'N-3;Fachada nova;Ótica Visão;a combinar;Prospecção;15/01/2027',
    'N-4;Gestão de tráfego;Clínica Coração;R$ 10.500,40;Negociação;',
    '',
  ].join('\r\n'),
  'latin1',
);

test('a spreadsheet becomes a board; the row that cannot be read is told, not lost', async ({
  page,
  company,
}) => {
  await loginAs(page, company);
  await page.goto('/imports');
  await page.getByRole('radio', { name: /^Negócios/ }).check({ force: true });
  await page
    .getByLabel('Escolher arquivo')
    .and(page.locator('input'))
    .setInputFiles({ name: 'negócios antigos.csv', mimeType: 'text/csv', buffer: csv });

  await test.step('what was read is shown before anything is created', async () => {
    await expect(page.getByText('separador “;”')).toBeVisible();
    const sample = page.getByRole('region', { name: 'Amostra do arquivo' });
    await expect(sample.getByRole('cell', { name: 'Condomínio São João' })).toBeVisible();
    for (const [field, source] of [
      ['Código externo', 'Código'],
      ['Título', 'Título'],
      ['Valor', 'Valor'],
      ['Etapa', 'Etapa'],
      ['Empresa', 'Empresa'],
      ['Fecha em', 'Previsão de fechamento'],
    ] as const) {
      const chosen = page.getByRole('combobox', { name: `De onde vem ${field}`, exact: true });
      if ((await chosen.textContent())?.trim() !== source) {
        await chosen.click();
        await page.getByRole('option', { name: source, exact: true }).click();
      }
      await expect(chosen).toHaveText(source);
    }
    // Its stages are known, so the funnel that is there is offered first.
    await page.getByRole('combobox', { name: 'Funil', exact: true }).click();
    await page.getByRole('option', { name: 'Novo funil…' }).click();
    await page.getByLabel('Nome do novo funil').fill('Negócios antigos');
    await expectAccessible(page);
  });

  await test.step('what would not go in is told before anything is made', async () => {
    await page.getByRole('button', { name: 'Importar', exact: true }).click();
    await expect(page.getByText('4 linhas: 3 criam registros, 0 atualizam, 1 têm erro.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Linhas com erro' }).getByRole('row')).toHaveCount(2);
    await expectAccessible(page);
    expect((await company.api.get<{ data: unknown[] }>('/api/crm/deals')).data).toEqual([]);
  });

  await page.getByRole('button', { name: 'Importar as outras 3' }).click();

  await test.step('progress, counts and the row that failed', async () => {
    await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText('4 de 4 linhas')).toBeVisible();
    await expect(page.getByText('Concluída com erros')).toBeVisible();
    const count = (name: string) =>
      page.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');
    await expect(count('Linhas lidas')).toHaveText('4');
    await expect(count('Criadas')).toHaveText('3');
    await expect(count('Com erro')).toHaveText('1');
    const error = page.getByRole('table', { name: 'Linhas com erro' }).getByRole('row').nth(1);
    await expect(error.getByRole('cell').nth(0)).toHaveText('4');
    await expect(error.getByRole('cell').nth(1)).toHaveText('Valor');
    await expect(error.getByRole('cell').nth(2)).not.toBeEmpty();
    await expectAccessible(page);
  });

  await test.step('the failed row comes back as a file to mend', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Baixar linhas com erro' }).click();
    expect((await download).suggestedFilename()).toBe('linhas-com-erro.csv');
  });

  await test.step('the board has the cards', async () => {
    await page.getByRole('link', { name: 'Abrir o funil' }).click();
    const prospects = column(page, 'Prospecção');
    await expect(prospects).toHaveAccessibleName('Prospecção, 2 negócios');
    await expect(prospects).toContainText('R$ 3.235');
    await expect(card(prospects, 'Manutenção de elevadores')).toContainText('Condomínio São João');
    await expect(card(column(page, 'Negociação'), 'Gestão de tráfego')).toContainText('R$ 10.500');
    await expect(page.getByRole('article').filter({ hasText: 'Fachada nova' })).toHaveCount(0);
  });

  await test.step('to the cent', async () => {
    const { data } = await company.api.get<{ data: { title: string; amount_cents: number }[] }>(
      '/api/crm/deals',
    );
    expect(data.map(({ amount_cents }) => amount_cents).sort((a, b) => a - b)).toEqual([
      123_456, 200_000, 1_050_040,
    ]);
  });
});
