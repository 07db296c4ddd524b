import { apiOf, expect, expectAccessible, loginAs, test } from '../support/pulso';

test('the colour and the logo of the company are seen in the menu and on invoices, and everything stays readable', async ({
  page,
  company,
}) => {
  const { id } = await company.api.post<{ id: string }>('/api/customers', { name: 'Ana', kind: 'person' });
  const invoice = await company.api.post<{ id: string }>('/api/invoices', {
    customer_id: id,
    items: [{ description: 'Logotipo', kind: 'service', quantity: '1', unit_price: '900.00' }],
  });
  await loginAs(page, company);
  await page.goto('/settings/company');

  // A pale yellow, on which nobody could read anything.
  await page.getByLabel('Cor da empresa').fill('FFF9C4');
  await expect(page.getByText('Clara demais para ser lida')).toBeVisible();
  await page.getByRole('button', { name: 'Salvar', exact: true }).click();
  await expect(page.getByText('Dados da empresa salvos')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('style', /--accent: light-dark/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }

  const picker = page.getByLabel('Escolher imagem', { exact: true });
  await picker.setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  });
  await expect(page.getByText('SVG não é aceito')).toBeVisible();
  const logo = await page.screenshot({ clip: { x: 0, y: 0, width: 160, height: 48 } });
  await picker.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
  const inMenu = page.getByRole('complementary').getByRole('img', { name: `Empresa ${company.tenant}` });
  await expect(inMenu).toBeVisible();

  await page.goto(`/invoices/${invoice.id}`);
  await expect(page.getByRole('main').getByRole('img', { name: `Empresa ${company.tenant}` })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/settings/company');
  await page.getByRole('button', { name: 'Retirar', exact: true }).click();
  await expect(page.getByText('Logotipo retirado')).toBeVisible();
  await expect(inMenu).toBeHidden();
});

test('business hours and holidays are set by hand, by keyboard and from the national ones', async ({
  page,
  company,
}) => {
  await loginAs(page, company);
  await page.goto('/settings/calendar?year=2026');

  const opens = page.getByLabel('Segunda-feira, abre às');
  await opens.first().fill('8h30');
  await page.keyboard.press('Tab');
  await expect(opens.first()).toHaveValue('08:30');
  await page.getByLabel('Segunda-feira, fecha às').first().fill('12');
  await page.getByRole('button', { name: 'Mais um período em Segunda-feira' }).click();
  await expect(opens).toHaveCount(2);
  await opens.nth(1).fill('11');
  await expect(page.getByText('Cruza outro período.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Salvar' })).toBeDisabled();
  await opens.nth(1).fill('13:00');
  await page.getByRole('button', { name: 'Repetir até sexta-feira' }).click();
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByText('Horário salvo')).toBeVisible();

  await page.getByRole('button', { name: 'Adicionar os 10 feriados' }).click();
  const holidays = page.getByRole('list', { name: 'Feriados de 2026' });
  await expect(holidays.getByRole('listitem')).toHaveCount(10);
  await page.getByRole('button', { name: 'Adicionar Carnaval (terça-feira)' }).click();
  await expect(holidays.getByText('Carnaval (terça-feira)')).toBeVisible();

  await page.keyboard.press('n');
  await page.getByLabel('Data').fill('29032027');
  await page.getByLabel('Nome').fill('Aniversário da cidade');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/year=2027/);
  await expect(
    page.getByRole('list', { name: 'Feriados de 2027' }).getByText('Aniversário da cidade'),
  ).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('Sexta-feira, abre às').first()).toHaveValue('08:30');
  await expect(page.getByLabel('Sexta-feira, fecha às').nth(1)).toHaveValue('18:00');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
  }
});

test('who may not see a page of the settings is told so, and the menu leaves it out', async ({
  page,
  company,
}) => {
  const agent = { email: `joao@${company.tenant}.test`, password: company.password, tenant: company.tenant };
  await company.api.post('/api/tenant/users', {
    name: 'João Prado',
    email: agent.email,
    password: agent.password,
    role: 'agent',
  });
  await apiOf(page.request, agent);
  await loginAs(page, agent);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/settings\/company$/);
  const menu = page.getByRole('navigation', { name: 'Seções das configurações' });
  await expect(menu.getByRole('link')).toHaveText([
    'Empresa',
    'Horários e feriados',
    'Produtos',
    'Leads e pontuação',
    'Funis e motivos',
    'Campos personalizados',
    'Usuários',
    'Equipes',
    'Duplicatas',
    'Meu perfil',
    'Segurança',
  ]);
  await expect(page.getByLabel('Cor da empresa')).toBeDisabled();
  for (const path of ['/settings/roles', '/settings/api-keys', '/audit', '/jobs']) {
    await page.goto(path);
    await expect(page.getByText('Seu perfil não abre esta página')).toBeVisible();
  }

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/settings/profile');
  await menu.getByRole('button', { name: 'Meu perfil' }).click();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem')).toHaveCount(11);
  await page.getByRole('menuitem', { name: 'Segurança' }).click();
  await expect(page).toHaveURL(/\/settings\/security$/);
});
