import type { Page } from '@playwright/test';
import { linkTo } from '../support/mailbox';
import { expect, expectAccessible, loginAs, test } from '../support/pulso';
import { codeOf } from '../support/totp';

const newPassword = 'um grampo que ninguém adivinha';

// The browser reports refused requests (a wrong or ended session) as errors of the console.
test.use({ allowConsoleErrors: [/status of 40[01]/] });
test.skip(() => !process.env.PULSO_E2E_MAIL, 'the product at hand sends its mails elsewhere');

async function logIn(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
}

test('who forgot the password chooses another by the link in the mail, which works once', async ({
  page,
  company,
}) => {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Esqueci minha senha' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill(company.email);
  await page.getByRole('button', { name: 'Mandar o link' }).click();
  await expect(page.getByRole('status')).toContainText(company.email);

  const link = await linkTo(company.email, '/reset-password');
  await page.goto(link);
  await page.getByLabel('Nova senha').fill('password1');
  await page.getByRole('button', { name: 'Salvar nova senha' }).click();
  await expect(page.getByText('das primeiras que invasores tentam')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Nova senha').fill(newPassword);
  await page.getByRole('button', { name: 'Salvar nova senha' }).click();

  await expect(page).toHaveURL(/\/login/);
  await logIn(page, company.email, newPassword);
  await expect(page.getByRole('navigation', { name: 'Navegação principal' })).toBeVisible();

  await page.goto(link);
  await page.reload();
  await page.getByLabel('Nova senha').fill('outra senha qualquer');
  await page.getByRole('button', { name: 'Salvar nova senha' }).click();
  await expect(page.getByRole('heading', { name: 'Este link não vale mais' })).toBeVisible();
});

test('a person who is invited joins by the link in the mail', async ({ page, company }) => {
  const guest = `joao@${company.tenant}.test`;
  await company.api.post('/api/tenant/users/invitations', {
    email: guest,
    name: 'João Prado',
    role: 'agent',
  });
  await page.goto(await linkTo(guest, '/invitation'));
  await expect(page.getByRole('heading', { name: /Empresa e2e/ })).toBeVisible();
  await expect(page.getByLabel('Seu nome')).toHaveValue('João Prado');
  await expectAccessible(page);
  await page.getByLabel('Senha', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Aceitar o convite' }).click();

  await expect(page.getByRole('button', { name: 'Conta de João Prado' })).toBeVisible();
  const { data } = await company.api.get<{ data: { email: string; role: string }[] }>('/api/tenant/users');
  expect(data.find((user) => user.email === guest)?.role).toBe('agent');
});

test('with the second factor on, a login asks for the code of the app', async ({ page, company }) => {
  await loginAs(page, company);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Ativar', exact: true }).click();
  await page.getByLabel('Sua senha').fill(company.password);
  await page.getByRole('button', { name: 'Continuar' }).click();
  await expect(page.getByRole('img', { name: /Código QR/ })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  // The code before the present one, so that the login below has a fresh one without waiting.
  // It may have run out by the time that it arrives: then the next one will do.
  await expect(async () => {
    await page.getByLabel('Código do aplicativo').fill(codeOf(secret, -1));
    await page.getByRole('dialog').getByRole('button', { name: 'Ativar' }).click();
    await expect(
      page.getByRole('list', { name: 'Códigos de recuperação' }).getByRole('listitem'),
    ).toHaveCount(10, { timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Já guardei' }).click();
  await expect(page.getByText('Restam 10 códigos de recuperação')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Conta de/ }).click();
  await page.getByRole('menuitem', { name: 'Sair' }).click();
  await logIn(page, company.email, company.password);
  await page.getByLabel('Código').fill('000000');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page.getByText('Este código não está certo')).toBeVisible();
  await page.getByLabel('Código').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Navegação principal' })).toBeVisible();
});

test('a session that is ended from another device is over', async ({ page, company, browser }) => {
  const phone = await browser.newPage({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Safari/604.1' });
  await loginAs(phone, company);
  await phone.goto('/settings/profile');
  await expect(phone.getByRole('region', { name: 'Meu perfil' })).toBeVisible();

  await loginAs(page, company);
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Encerrar acesso de Safari · iPhone' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Encerrar' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Safari · iPhone')).toHaveCount(0);
  await expect(page.getByText('Este aparelho')).toBeVisible();
  await expectAccessible(page);

  await phone.reload();
  await expect(phone).toHaveURL(/\/login/);
  await phone.close();
});

test('the language and the colours of a person follow them to another device', async ({
  page,
  company,
  browser,
}) => {
  await loginAs(page, company);
  await page.goto('/settings/profile');
  await expect(page.getByText('Não confirmado')).toBeVisible();
  await page.goto(await linkTo(company.email, '/verify-email'));
  await expect(page.getByText(`${company.email} está confirmado.`)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Meu perfil' }).click();
  await expect(page.getByText('Confirmado', { exact: true })).toBeVisible();
  await choose(page, 'Aparência', 'Escura');
  await choose(page, 'Idioma', 'English');
  await page.getByRole('button', { name: 'Salvar' }).click();
  await expect(page.getByRole('region', { name: 'My profile' })).toBeVisible();
  await expectAccessible(page);

  const elsewhere = await browser.newPage();
  await loginAs(elsewhere, company);
  await elsewhere.goto('/settings/profile');
  await expect(elsewhere.getByRole('region', { name: 'My profile' })).toBeVisible();
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');
  await elsewhere.close();
});

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('main').getByLabel(field).click();
  await page.getByRole('option', { name: option }).click();
}
