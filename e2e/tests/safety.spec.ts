import { card, column, pipelineOf } from '../support/board';
import { apiOf, expect, loginAs, test } from '../support/pulso';

test.describe('a session that ends under the work', () => {
  // The browser itself logs every answer of 400 and above.
  test.use({ allowConsoleErrors: [/401/] });

  test('is taken up again over the page: what was typed stays, and is saved', async ({ page, company }) => {
    await loginAs(page, company);
    await page.goto('/leads?new=true');
    const form = page.getByRole('dialog', { name: 'Novo lead' });
    await form.getByLabel('Nome').fill('Joana Prado');
    await form.getByLabel('Anotações').fill('Ligou duas vezes; prefere WhatsApp.');
    // The session ends while the lead is on its way, as by an administrator or a change of password.
    let refused = 0;
    await page.route(/\/api\/crm\/leads(\?|$)/, async (route) => {
      if (route.request().method() !== 'POST' || refused++ > 0) return route.fallback();
      await page.request.post('/api/auth/logout', { headers: { 'X-Pulso-Client': 'web' } });
      return route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: { type: 'https://pulso.dev/problems/unauthorized', title: 'Unauthorized', status: 401 },
      });
    });

    await form.getByRole('button', { name: 'Criar lead' }).click();

    const again = page.getByRole('dialog', { name: 'Sua sessão terminou' });
    await expect(again.getByLabel('E-mail')).toHaveValue(company.email);
    await expect(again.getByLabel('Senha', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await again.getByLabel('Senha', { exact: true }).fill('not this one');
    await again.getByRole('button', { name: 'Entrar' }).click();
    await expect(again.getByText('Senha incorreta.')).toBeVisible();
    await again.getByLabel('Senha', { exact: true }).fill(company.password);
    await again.getByRole('button', { name: 'Entrar' }).click();

    await expect(page.getByText('Lead criado: Joana Prado')).toBeVisible();
    await expect(again).toBeHidden();
    const api = await apiOf(page.request, company);
    const { data } = await api.get<{ data: { name: string; id: string }[] }>('/api/crm/leads');
    expect(data.map(({ name }) => name)).toEqual(['Joana Prado']);
    // Rows of lists are lean: what was typed at length is in the record.
    expect(await api.get(`/api/crm/leads/${data[0]?.id}`)).toMatchObject({
      notes: 'Ligou duas vezes; prefere WhatsApp.',
    });
  });
});

test('a form that is left asks first, and keeps what was typed', async ({ page, company }) => {
  await loginAs(page, company);
  await page.goto('/invoices/new');
  const description = page.getByLabel('Descrição').first();
  await description.fill('Consultoria de novembro');
  const question = page.getByRole('dialog', { name: 'Descartar o que você digitou?' });

  await page.getByRole('link', { name: 'Funil' }).click();
  await question.getByRole('button', { name: 'Continuar editando' }).click();
  await expect(question).toBeHidden();
  await expect(page).toHaveURL(/\/invoices\/new/);
  await expect(description).toHaveValue('Consultoria de novembro');

  await page.getByRole('link', { name: 'Funil' }).click();
  await question.getByRole('button', { name: 'Descartar' }).click();
  await expect(page).toHaveURL(/\/pipeline/);
  await expect(column(page, 'Novo')).toBeVisible();

  // Nothing is held any more: the next way out is free.
  await page.getByRole('link', { name: 'Leads' }).click();
  await expect(page).toHaveURL(/\/leads/);
  await expect(question).toBeHidden();
});

test.describe('without a connection', () => {
  // What the page fetches ahead of its need cannot be fetched then, and the browser logs it.
  test.use({ allowConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('what is changed without a connection is told, and sent when it is back', async ({
    page,
    context,
    company,
  }) => {
    const pipeline = await pipelineOf(company.api);
    await company.api.post('/api/crm/deals', { title: 'Padaria Sol', amount_cents: 120_000 });
    await loginAs(page, company);
    await page.goto('/pipeline');
    await expect(card(column(page, 'Novo'), 'Padaria Sol')).toBeVisible();
    const bar = page.getByRole('status').filter({ hasText: 'Sem conexão.' });

    await context.setOffline(true);
    await expect(bar).toBeVisible();
    await page.getByRole('link', { name: 'Padaria Sol' }).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(card(column(page, 'Qualificado'), 'Padaria Sol')).toBeVisible();
    await expect(bar).toContainText('1 alteração por enviar.');
    expect((await pipeline.board()).map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0]);

    await context.setOffline(false);
    await expect(bar).toBeHidden();
    await expect
      .poll(async () => (await pipeline.board()).map(({ count }) => count))
      .toEqual([0, 1, 0, 0, 0, 0, 0]);
  });
});
