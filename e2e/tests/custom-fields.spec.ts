import { expect, expectAccessible, loginAs, test } from '../support/pulso';

// The server is asked, and says which field is missing.
test.use({ allowConsoleErrors: [/400 \(Bad Request\)/] });

test('a field that the company adds is filled in, shown, filtered by, and kept as a view', async ({
  page,
  company,
}) => {
  await loginAs(page, company);
  await page.goto('/settings/fields?kind=companies');
  await page.getByRole('button', { name: 'Novo campo' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Novo campo de Empresas' });
  await dialog.getByRole('textbox', { name: 'Nome', exact: true }).fill('Frota própria');
  await expect(dialog.getByRole('textbox', { name: 'Chave' })).toHaveValue('frota_propria');
  await dialog.getByRole('combobox', { name: 'Tipo' }).click();
  await page.getByRole('option', { name: 'Número' }).click();
  await dialog.getByRole('checkbox', { name: 'Obrigatório' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Salvar' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Novo campo' }).first().click();
  await dialog.getByRole('textbox', { name: 'Nome', exact: true }).fill('Cor');
  await dialog.getByRole('combobox', { name: 'Tipo' }).click();
  await page.getByRole('option', { name: 'Lista de opções' }).click();
  await dialog.getByRole('button', { name: 'Nova opção' }).click();
  await dialog.getByRole('textbox', { name: 'Nome da opção' }).fill('Azul');
  await dialog.getByRole('button', { name: 'Salvar' }).click();
  await expect(dialog).toBeHidden();

  // The order of forms and records, by keys.
  const list = page.getByRole('list', { name: 'Campos personalizados' });
  await expect(list.getByRole('listitem')).toHaveText([/Frota própria/, /Cor/]);
  await page.getByRole('button', { name: 'Subir Cor' }).click();
  await expect(list.getByRole('listitem')).toHaveText([/Cor/, /Frota própria/]);
  await expectAccessible(page);

  // A required one is asked for; the message stands at the field.
  await page.goto('/companies?new=true');
  const form = page.getByRole('dialog', { name: 'Nova empresa' });
  await form.getByRole('textbox', { name: 'Nome', exact: true }).fill('Transportes Andrade');
  await form.getByRole('button', { name: 'Criar empresa' }).click();
  const fleet = form.getByRole('textbox', { name: 'Frota própria' });
  await expect(fleet).toHaveAttribute('aria-invalid', 'true');
  await fleet.fill('1.250');
  await form.getByRole('combobox', { name: 'Cor' }).click();
  await page.getByRole('option', { name: 'Azul' }).click();
  await form.getByRole('button', { name: 'Criar empresa' }).click();

  // Among the facts, edited where it stands.
  const panel = page.getByRole('dialog', { name: 'Transportes Andrade' });
  const fact = panel.getByRole('textbox', { name: 'Frota própria' });
  await expect(fact).toHaveValue('1250');
  await fact.fill('1300');
  await fact.press('Enter');
  await expect(fact).toHaveValue('1300');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // As a filter and as a column, and both in a view.
  await page.goto('/companies');
  await page.getByRole('button', { name: 'Filtrar por campo' }).click();
  await page.getByRole('menuitem', { name: 'Frota própria' }).click();
  await page.getByRole('button', { name: /^Frota própria/ }).click();
  const range = page.getByRole('dialog', { name: 'Frota própria' });
  await range.getByRole('textbox', { name: 'De' }).fill('1.299');
  await range.getByRole('button', { name: 'Filtrar' }).click();
  const rows = page.getByRole('table', { name: 'Empresas' });
  await expect(rows.getByRole('link', { name: 'Transportes Andrade' })).toBeVisible();
  await page.getByRole('button', { name: 'Colunas' }).click();
  await page.getByRole('checkbox', { name: 'Frota própria' }).click();
  await page.keyboard.press('Escape');
  await expect(rows.getByRole('columnheader', { name: 'Frota própria' })).toBeVisible();
  await expect(rows.getByRole('cell', { name: '1300' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Visão', exact: true }).click();
  const view = page.getByRole('dialog', { name: 'Nova visão' });
  await view.getByRole('textbox', { name: 'Nome' }).fill('Frotas grandes');
  await view.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('button', { name: 'Frotas grandes' })).toBeVisible();

  // A field that goes says what goes with it; the view tells that it cannot be asked any more.
  await page.goto('/settings/fields?kind=companies');
  await page.getByRole('button', { name: 'Excluir Frota própria' }).click();
  const warning = page.getByRole('dialog', { name: 'Excluir Frota própria' });
  await expect(warning.getByText('1 registro tem valor neste campo')).toBeVisible();
  await warning.getByRole('button', { name: 'Excluir campo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});
