import type { Locator, Page } from '@playwright/test';
import { card, column, drag } from '../support/board';
import { expect, expectAccessible, loginAs, test } from '../support/pulso';

const message = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Mensagens' }).getByRole('group').filter({ hasText: text });

/** Chooses from one of the kit's own selects, by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Walks by one key to what shall have the focus, as somebody who looks at the screen does. */
async function pressUntil(page: Page, key: string, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(target).toBeFocused({ timeout: 200 });
  }).toPass({ intervals: [0] });
}

const navigate = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Navegação principal' })
    .getByRole('link', { name, exact: true })
    .click();

test('from a first visit to paid recurring revenue, by mouse', async ({ page }, info) => {
  test.slow();
  const slug = `volta-${info.testId.slice(-6)}-${Date.now().toString(36)}`.toLowerCase();

  await test.step('a company registers and finds a pipeline', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Cadastrar empresa' }).click();
    await page.getByLabel('Nome da empresa').fill('Estúdio Aurora');
    await expect(page.getByLabel('Endereço curto')).toHaveValue('estudio-aurora');
    await page.getByLabel('Endereço curto').fill(slug);
    await page.getByLabel('Seu nome').fill('Maria Alves');
    await page.getByLabel('E-mail').fill(`maria@${slug}.test`);
    await page.getByRole('textbox', { name: 'Senha' }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Criar conta' }).click();
    await expect(page.getByText('Seu painel começa aqui')).toBeVisible();
    await navigate(page, 'Funil');
    await expect(page.getByText('O funil está vazio')).toBeVisible();
  });

  await test.step('it tells the key that customers pay to', async () => {
    await navigate(page, 'Configurações');
    await page.getByLabel('Chave Pix').fill(`financeiro@${slug}.test`);
    await page.getByLabel('Cidade no Pix').fill('Curitiba');
    await page.getByRole('button', { name: 'Salvar' }).click();
    await expect(message(page, 'Dados da empresa salvos')).toBeVisible();
  });

  await test.step('a lead comes in and becomes a deal', async () => {
    await navigate(page, 'Leads');
    await page.getByRole('button', { name: 'Novo lead' }).first().click();
    const lead = page.getByRole('dialog', { name: 'Novo lead' });
    await lead.getByLabel('Nome').fill('João Pereira');
    await lead.getByLabel('E-mail').fill('joao@padariasol.com.br');
    await lead.getByLabel('Telefone').fill('(41) 99876-5432');
    await lead.getByLabel('Empresa', { exact: true }).fill('Padaria Sol');
    await lead.getByRole('button', { name: 'Criar lead' }).click();
    await expect(message(page, 'Lead criado: João Pereira')).toBeVisible();

    await page.getByRole('button', { name: 'Converter em negócio' }).click();
    const convert = page.getByRole('dialog', { name: 'Converter em negócio' });
    await convert.getByLabel('Título').fill('Site e hospedagem');
    await convert.getByLabel('Valor').fill('1.200');
    await convert.getByRole('button', { name: 'Converter', exact: true }).click();
    await message(page, 'Lead convertido: Site e hospedagem')
      .getByRole('button', { name: 'Abrir negócio' })
      .click();
    await page.getByRole('button', { name: 'Fechar', exact: true }).first().click();
    await expect(card(column(page, 'Novo'), 'Site e hospedagem')).toContainText('Padaria Sol');
  });

  await test.step('dragged to the proposals, counts and sums follow', async () => {
    await expect(column(page, 'Novo')).toHaveAccessibleName('Novo, 1 negócio');
    await expect(column(page, 'Novo')).toContainText('R$ 1.200');
    await expect(column(page, 'Novo')).toContainText('pond. R$ 120');
    const moved = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/move'));
    await drag(page, card(page, 'Site e hospedagem'), column(page, 'Proposta'));
    await expect(card(column(page, 'Proposta'), 'Site e hospedagem')).toBeVisible();
    await expect(column(page, 'Novo')).toHaveAccessibleName(/^Novo, 0 /);
    await expect(column(page, 'Novo')).toContainText('R$ 0');
    await expect(column(page, 'Novo')).toContainText('pond. R$ 0');
    await expect(column(page, 'Proposta')).toHaveAccessibleName('Proposta, 1 negócio');
    await expect(column(page, 'Proposta')).toContainText('R$ 1.200');
    await expect(column(page, 'Proposta')).toContainText('pond. R$ 600');
    expect((await moved).status()).toBe(200);
  });

  await test.step('won, with a new customer and a monthly contract', async () => {
    await card(page, 'Site e hospedagem').getByRole('link').click();
    await page.getByRole('button', { name: 'Ganhar' }).click();
    const win = page.getByRole('dialog', { name: 'Ganhar negócio' });
    await expect(win.getByLabel('Nome ou razão social')).toHaveValue('Padaria Sol');
    await win.getByLabel('CPF ou CNPJ').fill('11222333000182');
    await win.getByLabel('E-mail de cobrança').fill('contas@padariasol.com.br');
    await choose(page, 'Tipo de serviço', 'Hospedagem de site');
    await win.getByLabel('Receita por ciclo').fill('R$ 1.234,56');
    await win.getByLabel('Custo por ciclo').fill('234,56');
    await win.getByRole('button', { name: 'Confirmar ganho' }).click();
    await expect(win.getByText('Não é um CPF nem um CNPJ válido: confira os dígitos.')).toBeVisible();
    await win.getByLabel('CPF ou CNPJ').fill('11222333000181');
    await expect(win.getByLabel('CPF ou CNPJ')).toHaveValue('11.222.333/0001-81');
    await win.getByRole('button', { name: 'Confirmar ganho' }).click();
    await expect(message(page, 'Negócio ganho: Site e hospedagem')).toContainText(
      'Padaria Sol com 1 contrato',
    );
    await page.getByRole('button', { name: 'Fechar', exact: true }).first().click();
    await expect(column(page, 'Ganho')).toHaveAccessibleName('Ganho, 1 negócio');
  });

  await test.step('the portfolio counts it', async () => {
    await navigate(page, 'Carteira');
    const tile = (name: string) => page.getByRole('region', { name, exact: true });
    await expect(tile('MRR')).toContainText('R$ 1.234,56');
    await expect(tile('ARR')).toContainText('R$ 14.814,72');
    await expect(tile('Custo mensal')).toContainText('R$ 234,56');
    await expect(tile('Margem')).toContainText('R$ 1.000,00 por mês');
    await expect(
      page
        .getByRole('table', { name: 'Contratos da carteira' })
        .getByRole('row', { name: /Site e hospedagem/ }),
    ).toContainText('Padaria Sol');
  });

  await test.step('the invoice run bills it', async () => {
    await navigate(page, 'Configurações');
    await page
      .getByRole('navigation', { name: 'Seções das configurações' })
      .getByRole('link', { name: 'Rotinas' })
      .click();
    await page.getByRole('button', { name: 'Executar agora: Faturamento diário' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Executar', exact: true }).click();
    await expect(message(page, 'concluída')).toBeVisible();
    // By hand or by the schedule, whichever came first: one run has made the one invoice.
    const run = page
      .getByRole('table', { name: 'Execuções das rotinas' })
      .getByRole('row')
      .filter({ hasText: '1 fatura criada' });
    await expect(run).toHaveCount(1);
    await expect(run).toContainText('Concluída');
  });

  await test.step('the invoice is to be paid by Pix', async () => {
    await navigate(page, 'Faturas');
    const invoice = page.getByRole('table', { name: 'Faturas' }).getByRole('row', { name: /Padaria Sol/ });
    await expect(invoice).toContainText('R$ 1.234,56');
    await expect(invoice).toContainText('Emitida');
    await invoice.click();
    await expect(page.getByRole('img', { name: 'QR code do Pix de R$ 1.234,56' })).toBeVisible();
    const code = page.getByLabel('Código Pix copia e cola');
    // Bacen's BR Code: version, the key, 54 = the amount, 63 = the check sum.
    await expect(code).toHaveValue(/^000201.*br\.gov\.bcb\.pix.*54071234\.56.*6304[0-9A-F]{4}$/);
    await expect(code).toHaveValue(new RegExp(`financeiro@${slug}\\.test`, 'i'));
    await expectAccessible(page);
  });

  await test.step('paid in part, then in full', async () => {
    const pay = page.getByRole('dialog', { name: 'Registrar pagamento' });
    await page.getByRole('button', { name: 'Registrar pagamento' }).click();
    await pay.getByLabel('Valor recebido').fill('2.000');
    await pay.getByRole('button', { name: 'Registrar', exact: true }).click();
    await expect(pay.getByText('Mais que o valor em aberto (R$ 1.234,56).')).toBeVisible();
    await pay.getByLabel('Valor recebido').fill('234,56');
    await pay.getByRole('button', { name: 'Registrar', exact: true }).click();
    await expect(message(page, 'Restam R$ 1.000,00 em aberto.')).toBeVisible();
    await expect(page.getByText('Parcialmente paga').first()).toBeVisible();
    await expect(page.getByRole('img', { name: 'QR code do Pix de R$ 1.000,00' })).toBeVisible();

    await page.getByRole('button', { name: 'Registrar pagamento' }).click();
    await expect(pay.getByLabel('Valor recebido')).toHaveValue(/1\.000,00/);
    await pay.getByRole('button', { name: 'Registrar', exact: true }).click();
    await expect(message(page, 'A fatura está paga.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Registrar pagamento' })).toHaveCount(0);
    await navigate(page, 'Faturas');
    await expect(
      page.getByRole('table', { name: 'Faturas' }).getByRole('row', { name: /Padaria Sol/ }),
    ).toContainText('Paga');
  });
});

test('the sales half by keyboard alone', async ({ page, company }) => {
  await loginAs(page, company);
  await page.goto('/pipeline');
  await expect(page.getByText('O funil está vazio')).toBeVisible();
  const press = (key: string) => page.keyboard.press(key);

  const create = async (title: string, amount: string) => {
    await press('n');
    const dialog = page.getByRole('dialog', { name: 'Novo negócio' });
    await expect(dialog.getByLabel('Título')).toBeFocused();
    await page.keyboard.type(title);
    for (const next of ['Empresa', 'Contato', 'Valor']) {
      await press('Tab');
      await expect(dialog.getByLabel(next, { exact: true })).toBeFocused();
    }
    await page.keyboard.type(amount);
    await press('Enter');
    await expect(message(page, `Negócio criado: ${title}`)).toBeVisible();
    // The new deal opens beside the board.
    const panel = page.getByRole('dialog', { name: title });
    await expect(panel).toBeVisible();
    await press('Escape');
    await expect(panel).toBeHidden();
  };
  await create('Padaria Sol', '1.000');
  await create('Mercado Lua', '2.000');

  const link = (title: string) => page.getByRole('link', { name: title, exact: true });
  const first = column(page, 'Novo').getByRole('listitem').first().getByRole('link');
  const top = (await first.textContent()) ?? '';
  const below = top === 'Padaria Sol' ? 'Mercado Lua' : 'Padaria Sol';
  await test.step('reach the board and walk it by the arrows', async () => {
    await pressUntil(page, 'Tab', column(page, 'Novo').getByRole('link').and(page.locator(':focus')));
    await press('Home');
    await expect(link(top)).toBeFocused();
    await press('ArrowDown');
    await expect(link(below)).toBeFocused();
    await press('ArrowUp');
    await expect(link(top)).toBeFocused();
  });

  await test.step('M moves: the menu by arrows, the focus goes with the card', async () => {
    await press('m');
    await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Proposta' }));
    await press('Enter');
    await expect(column(page, 'Proposta')).toHaveAccessibleName('Proposta, 1 negócio');
    await expect(link(top)).toBeFocused();
  });

  await test.step('Alt and an arrow move the card itself', async () => {
    await press('Alt+ArrowRight');
    await expect(card(column(page, 'Negociação'), top)).toBeVisible();
    await expect(link(top)).toBeFocused();
    await press('ArrowLeft');
    await expect(link(below)).toBeFocused();
    await press('ArrowRight');
    await expect(link(top)).toBeFocused();
  });

  await test.step('Enter opens it, and it is won', async () => {
    await press('Enter');
    const panel = page.getByRole('dialog', { name: top });
    await expect(panel).toBeVisible();
    await pressUntil(page, 'Tab', panel.getByRole('button', { name: 'Ganhar' }));
    await press('Enter');
    const win = page.getByRole('dialog', { name: 'Ganhar negócio' });
    const tabTo = (label: string) => pressUntil(page, 'Tab', win.getByLabel(label));
    await tabTo('Nome ou razão social');
    await page.keyboard.type('Ana Souza');
    await tabTo('CPF ou CNPJ');
    await page.keyboard.type('52998224725');
    await tabTo('Tipo de serviço');
    await press('Enter');
    await expect(page.getByRole('option').first()).toBeVisible();
    await press('ArrowDown');
    await press('Enter');
    await expect(page.getByRole('option')).toHaveCount(0);
    await tabTo('Receita por ciclo');
    await page.keyboard.type('150');
    await press('Enter');
    await expect(message(page, `Negócio ganho: ${top}`)).toContainText('Ana Souza com 1 contrato');
  });

  const { mrr_cents } = await company.api.get<{ mrr_cents: number }>('/api/portfolio/summary');
  expect(mrr_cents).toBe(15_000);
});
