import type { Page } from '@playwright/test';
import { linkTo } from '../support/mailbox';
import { accessibilityViolations, type Company, expect, loginAs, test } from '../support/pulso';

// The two longest of all tests: side by side.
test.describe.configure({ mode: 'parallel' });

// What is wrong is told in words; recording two hundred pages would cost more than looking at them.
test.use({
  trace: 'off',
  // A link without its secret is refused, and the browser reports that.
  allowConsoleErrors: [/400 .*\/api\/auth\/invitations\/look/],
});

// Colours know no language: they are looked at in one.
const tours = [
  { language: 'pt-BR', themes: ['light', 'dark'] },
  { language: 'en', themes: ['light'] },
] as const;
const widths = [1440, 390];

// A link that leads nowhere is a page, too; those that lead somewhere are made in `furnish`.
const outside = ['/login', '/register', '/forgot-password', '/reset-password', '/invitation'];
/** Pages that no menu leads to. */
const besides = ['/invoices/new', '/deals', '/settings/calendar?year=2026', '/nowhere'];

/** What the two menus lead to: they follow from the table of records, so that a new page is looked at, too. */
async function pagesOfTheMenus(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const path of ['/dashboard', '/settings/company']) {
    await page.goto(path);
    await settled(page);
    const links = page.locator('nav a[href^="/"]');
    found.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))));
  }
  const pages = [...new Set(found)].filter((href) => href !== '/' && href !== '/settings');
  expect(pages.length).toBeGreaterThan(15);
  return pages;
}

/** A record on every screen, so that rows, badges and panels are looked at, not empty states alone. */
async function furnish({ api, tenant }: Company): Promise<string[]> {
  await api.post('/api/custom-fields', {
    kind: 'leads',
    key: 'canal',
    label: 'Canal preferido',
    type: 'select',
    options: [{ label: 'WhatsApp' }, { label: 'Telefone' }],
  });
  const lead = await api.post<{ id: string }>('/api/crm/leads', {
    name: 'João Pereira',
    email: 'joao@padariasol.test',
    company_name: 'Padaria Sol',
    source: 'site',
  });
  const { deal, company, contact } = await api.post<Record<'deal' | 'company' | 'contact', { id: string }>>(
    `/api/crm/leads/${lead.id}/convert`,
    { title: 'Site e hospedagem', amount_cents: 120_000 },
  );
  const other = await api.post<{ id: string }>('/api/crm/deals', {
    title: 'Loja virtual',
    amount_cents: 340_000,
    expected_close_on: '2020-01-31',
  });
  const call = await api.post<{ id: string }>('/api/crm/activities', {
    type: 'call',
    subject: 'Ligar sobre o prazo da loja virtual',
    due_on: '2020-01-31',
    deal_id: other.id,
    contact_id: contact.id,
  });
  await api.post('/api/crm/activities', {
    type: 'meeting',
    subject: 'Reunião de diagnóstico',
    completed_at: '2026-01-30T14:00:00Z',
    duration_minutes: 45,
    outcome: 'Escopo entendido',
    deal_id: other.id,
    company_id: company.id,
  });
  const { customer, contracts } = await api.post<{ customer: { id: string }; contracts: { id: string }[] }>(
    `/api/crm/deals/${deal.id}/win`,
    {
      customer: { name: 'Padaria Sol', kind: 'company', tax_id: '11222333000181' },
      contracts: [
        {
          service_type: 'hospedagem_site',
          title: 'Hospedagem',
          billing_cycle: 'monthly',
          amount_cents: 15_000,
          cost_cents: 5_000,
          start_on: '2026-01-31',
        },
      ],
    },
  );
  const { version } = await api.get<{ version: number }>('/api/tenant');
  await api.patch('/api/tenant', version, { pix_key: 'financeiro@aurora.test', pix_city: 'Curitiba' });
  const draft = await api.post<{ id: string }>('/api/invoices', {
    customer_id: customer.id,
    items: [{ description: 'Consultoria', kind: 'service', quantity: '2', unit_price: '250.00' }],
  });
  const invoice = await api.post<{ id: string }>('/api/invoices', {
    customer_id: customer.id,
    items: [{ description: 'Implantação', kind: 'service', quantity: '1', unit_price: '900.00' }],
  });
  await api.post(`/api/invoices/${invoice.id}/issue`);
  await api.post(`/api/invoices/${invoice.id}/payments`, { amount_cents: 40_000, method: 'pix' });
  await api.post('/api/teams', { name: 'Região Sul' });
  await api.post('/api/tenant/api-keys', {
    name: 'ERP',
    scopes: ['customers.customers:read', 'billing.invoices:read'],
  });
  const guest = `joao@${tenant}.test`;
  await api.post('/api/tenant/users/invitations', { email: guest, name: 'João Prado', role: 'agent' });
  // The form for another password asks for nothing until it is sent.
  const links = ['/reset-password#token=AZOfbHo-fMGcDj1cXwp7IQ'];
  // A product that is already there sends its mails elsewhere.
  if (process.env.PULSO_E2E_MAIL) links.push(await linkTo(guest, '/invitation'));
  return [
    ...links,
    `/leads?id=${lead.id}`,
    `/companies?id=${company.id}`,
    `/contacts?id=${contact.id}`,
    `/pipeline?deal=${other.id}`,
    `/activities?id=${call.id}`,
    '/activities?status=completed&owner_id=all',
    '/activities?new=true',
    '/search?q=jo',
    '/search?q=nada',
    '/pipeline?new=true',
    '/leads?new=true',
    `/contracts?id=${contracts[0]?.id}`,
    `/customers/${customer.id}`,
    `/invoices/${draft.id}`,
    `/invoices/${invoice.id}`,
  ];
}

/** The page is there, nothing on it is a placeholder any more, nothing moves. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.locator('.shimmer, .animate-spin')).toHaveCount(0);
  await page.evaluate(async () => {
    // What a new width or a new theme sets in motion begins with the frame after the next one.
    for (let frames = 0; frames < 2; frames++) await new Promise((next) => requestAnimationFrame(next));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await document.fonts.ready;
  });
}

// `crm.deals:read` is the name of a permission, which programs use as it is.
const textKey =
  /(?<![\w@./-])(?:access|account|activities|apiKeys|app|audit|auth|billing|calendar|company|crm|customers|dashboard|fields|imports|jobs|kit|permissions|portfolio|problem|search|shell|states)\.[a-z]\w*(?:\.\w+)*(?![\w:])/g;
const leaked = /\{\{|\bundefined\b|\bNaN\b|\[object /g;

/** What is wrong with a screen, in words; all of a run is told at once. */
async function faultsOf(page: Page, path: string, over: boolean): Promise<string[]> {
  const faults = await accessibilityViolations(page, { over });
  const { pathname } = new URL(page.url());
  if (pathname !== path.split(/[?#]/)[0]) faults.push(`led to ${pathname}`);
  // Names that are only heard count too. A key of the texts looks like `crm.lead.new`.
  const text = await page.locator('body').ariaSnapshot();
  for (const pattern of [textKey, leaked])
    faults.push(...[...text.matchAll(pattern)].map(([found]) => `shows "${found}"`));
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (excess > 0) faults.push(`is ${excess} px wider than the window`);
  return faults;
}

/** What stands over a page: opened by one key or click, closed by Escape. */
const opened: { name: string; path: string; width?: number; open: (page: Page) => Promise<void> }[] = [
  { name: 'command palette', path: '/leads', open: (page) => page.keyboard.press('Control+K') },
  {
    name: 'profile menu',
    path: '/leads',
    open: (page) => page.locator('header [aria-haspopup=menu]').click(),
  },
  {
    name: 'filter',
    path: '/contracts',
    open: (page) => page.locator('#content [aria-haspopup=menu]').first().click(),
  },
  {
    name: 'filter with a search',
    path: '/invoices',
    open: (page) => page.locator('#content [aria-haspopup=dialog]').first().click(),
  },
  {
    name: 'navigation',
    path: '/invoices',
    width: 390,
    open: (page) => page.locator('header button').first().click(),
  },
];

for (const { language, themes } of tours) {
  test(`every screen looks right in ${language}, ${themes.join(' and ')}, wide and narrow`, async ({
    page,
    company,
  }) => {
    test.setTimeout(900_000);
    await page.addInitScript((chosen) => localStorage.setItem('pulso.language', chosen), language);
    const faults: string[] = [];
    const look = async (path: string, only = widths, over?: (typeof opened)[number]) => {
      await page.setViewportSize({ width: only[0] ?? 1440, height: 900 });
      await page.goto(path);
      await settled(page);
      if (over)
        // A key in the moment before the page listens is heard by nobody.
        await expect(async () => {
          const shown = page.locator('[data-base-ui-portal] [data-open]').first();
          if (!(await shown.isVisible())) await over.open(page);
          await expect(shown).toBeVisible({ timeout: 5_000 });
        }).toPass();
      // One load for all: the page answers to a new width and a new theme as it stands. The second theme changes
      // nothing but colours, so nothing but colours is looked at again.
      for (const width of only) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          if (over) await expect(page.locator('[data-base-ui-portal] [data-open]').first()).toBeVisible();
          await settled(page);
          const found =
            colorScheme === themes[0]
              ? await faultsOf(page, path, over !== undefined)
              : await accessibilityViolations(page, { colours: true });
          for (const fault of found)
            faults.push(`${path}${over ? `, ${over.name}` : ''}, ${colorScheme}, ${width} px: ${fault}`);
        }
      }
    };
    for (const path of outside) await look(path);
    const details = await furnish(company);
    await loginAs(page, company);
    for (const path of [...(await pagesOfTheMenus(page)), ...besides, ...details]) await look(path);
    for (const over of opened) await look(over.path, over.width ? [over.width] : widths, over);
    expect(faults).toEqual([]);
  });
}
