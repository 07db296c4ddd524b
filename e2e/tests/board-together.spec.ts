import type { BrowserContext, Page } from '@playwright/test';
import { card, column, drag, pipelineOf, titlesIn } from '../support/board';
import { type Company, type Credentials, expect, loginAs, test } from '../support/pulso';

type Pipeline = Awaited<ReturnType<typeof pipelineOf>>;
const open = ['Novo', 'Qualificado', 'Proposta', 'Negociação', 'Fechamento'] as const;

async function colleagueOf(company: Company): Promise<Credentials> {
  const { tenant, password } = company;
  const email = `vendas@${tenant}.test`;
  await company.api.post('/api/tenant/users', { name: 'João Lima', email, password, role: 'manager' });
  return { tenant, password, email };
}

async function openBoard(page: Page, who: Credentials): Promise<void> {
  await loginAs(page, who);
  await page.goto('/pipeline');
  await expect(column(page, 'Novo')).toBeVisible();
}

async function moveTo(page: Page, title: string, stage: string): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
}

/** Lets the drops of both browsers go to the server only when both are on their way. */
async function atOnce(pages: Page[]): Promise<void> {
  let arrived = 0;
  let go: () => void;
  const all = new Promise<void>((settle) => {
    go = settle;
  });
  for (const page of pages)
    await page.route(/\/api\/crm\/deals\/[^/]+\/move\b/, async (route) => {
      arrived += 1;
      if (arrived >= pages.length) go();
      await all;
      await route.continue();
    });
}

const shown = (page: Page) => Promise.all(open.map((stage) => titlesIn(page, stage)));
const stored = async (pipeline: Pipeline) =>
  (await pipeline.board()).slice(0, open.length).map(({ deals }) => deals.map(({ title }) => title));

/** Both boards show what the database holds: every card once, in one order, under the right totals. */
async function expectTheTruth(pages: Page[], pipeline: Pipeline, titles: string[]): Promise<void> {
  const truth = await stored(pipeline);
  expect(truth.flat().sort()).toEqual([...titles].sort());
  for (const page of pages) {
    await expect.poll(() => shown(page)).toEqual(truth);
    for (const [index, stage] of open.entries()) {
      const count = truth[index]?.length ?? 0;
      await expect(column(page, stage)).toHaveAccessibleName(new RegExp(`^${stage}, ${count} `));
    }
  }
}

test.describe('two people at one board', () => {
  // The browser itself logs every answer of 400 and above.
  test.use({ allowConsoleErrors: [/409|412/] });
  let elsewhere: BrowserContext;
  let pages: [Page, Page];
  let pipeline: Pipeline;
  const titles = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Negócio ${letter}`);

  test.beforeEach(async ({ page, browser, baseURL, company }) => {
    pipeline = await pipelineOf(company.api);
    // The newest lies on top.
    for (const title of [...titles].reverse())
      await company.api.post('/api/crm/deals', { title, amount_cents: 100_000 });
    elsewhere = await browser.newContext({ baseURL, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' });
    pages = [page, await elsewhere.newPage()];
    const people = [company, await colleagueOf(company)];
    for (const [index, one] of pages.entries()) await openBoard(one, people[index] as Credentials);
    for (const one of pages) await expect.poll(() => titlesIn(one, 'Novo')).toEqual(titles);
  });
  test.afterEach(() => elsewhere.close());

  const refusal = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'O negócio voltou para onde estava' });

  test('the same card to two columns: one of them is told, and sees where it lies now', async () => {
    await atOnce(pages);
    const answers = pages.map((one) => one.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/));
    await Promise.all([
      moveTo(pages[0], 'Negócio C', 'Qualificado'),
      moveTo(pages[1], 'Negócio C', 'Proposta'),
    ]);
    const statuses = (await Promise.all(answers)).map((answer) => answer.status());
    expect([...statuses].sort()).toEqual([200, 412]);
    const [winner, loser] = statuses[0] === 200 ? pages : [pages[1], pages[0]];
    await expect(refusal(loser)).toBeVisible();
    await expect(refusal(winner)).toHaveCount(0);
    await expectTheTruth(pages, pipeline, titles);
  });

  test('neighbours put elsewhere at the same moment both find their place', async () => {
    await atOnce(pages);
    const answers = pages.map((one) => one.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/));
    // Onto E, while E itself leaves the column.
    await Promise.all([
      drag(pages[0], card(pages[0], 'Negócio B'), card(pages[0], 'Negócio E')),
      moveTo(pages[1], 'Negócio E', 'Qualificado'),
    ]);
    expect((await Promise.all(answers)).map((answer) => answer.status())).toEqual([200, 200]);
    await expectTheTruth(pages, pipeline, titles);
  });

  test('a card that is moved while somebody holds it goes back, with a word, to where it lies now', async () => {
    const [mine, theirs] = pages;
    const held = card(mine, 'Negócio A');
    await held.hover();
    await mine.mouse.down();
    const target = await column(mine, 'Negociação').boundingBox();
    if (!target) throw new Error('no column to drop on');
    const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
    await mine.mouse.move(middle.x, middle.y, { steps: 12 });
    await expect(held).toHaveCSS('opacity', '0.4');

    const moved = theirs.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/);
    await moveTo(theirs, 'Negócio A', 'Proposta');
    expect((await moved).status()).toBe(200);

    const refused = mine.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/);
    await mine.mouse.move(middle.x + 2, middle.y, { steps: 2 });
    await mine.mouse.up();
    expect((await refused).status()).toBe(412);
    await expect(refusal(mine)).toBeVisible();
    await expect(card(column(mine, 'Proposta'), 'Negócio A')).toBeVisible();
    await expectTheTruth(pages, pipeline, titles);
  });

  test('a card that others move keeps the focus, and its menu stays open, for whoever is at the keyboard', async () => {
    const [mine, theirs] = pages;
    const link = mine.getByRole('link', { name: 'Negócio C', exact: true });
    await link.focus();
    await moveTo(theirs, 'Negócio C', 'Proposta');
    await expect(card(column(mine, 'Proposta'), 'Negócio C')).toBeVisible();
    await expect(link).toBeFocused();

    await mine.keyboard.press('m');
    const menu = mine.getByRole('menu', { name: 'Mover para' });
    // It is there before it has the keys.
    await expect.poll(() => menu.evaluate((node) => node.contains(document.activeElement))).toBe(true);
    await mine.keyboard.press('ArrowDown');
    await expect(menu.getByRole('menuitem', { name: 'Novo', exact: true })).toBeFocused();
    await moveTo(theirs, 'Negócio A', 'Negociação');
    await moveTo(theirs, 'Negócio C', 'Qualificado');
    await expect(card(column(mine, 'Qualificado'), 'Negócio C')).toBeVisible();
    await expect(card(column(mine, 'Negociação'), 'Negócio A')).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: 'Novo', exact: true })).toBeFocused();
    await expect(menu.getByRole('menuitem', { name: 'Qualificado', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    const moved = mine.waitForResponse(/\/api\/crm\/deals\/[^/]+\/move\b/);
    await mine.keyboard.press('Enter');
    await expect(link).toBeFocused();
    await moved;
    await expectTheTruth(pages, pipeline, titles);
    expect(await titlesIn(mine, 'Novo')).toContain('Negócio C');
  });

  test('whatever both do to the same cards at once, no card is lost or doubled', async () => {
    const settled = pages.map((one) => {
      const count = { asked: 0, answered: 0 };
      one.on('request', (asked) => {
        if (new URL(asked.url()).pathname.endsWith('/move')) count.asked += 1;
      });
      one.on('response', (answer) => {
        if (new URL(answer.url()).pathname.endsWith('/move')) count.answered += 1;
      });
      return count;
    });
    await Promise.all(
      pages.map(async (one, person) => {
        for (const [index, title] of titles.entries())
          for (const step of [0, 1]) {
            const to = open[(index + step * 2 + person + 1) % open.length] as string;
            // Another's move may have brought the card there already: then there is nothing to choose.
            await one.getByRole('link', { name: title, exact: true }).focus();
            await one.keyboard.press('m');
            // A choice that another's move has taken away in between does nothing.
            await expect(one.getByRole('menu', { name: 'Mover para' })).toBeVisible();
            await one.getByRole('menuitem', { name: to, exact: true }).click({ force: true });
            await one.keyboard.press('Escape');
            await expect(one.getByRole('menu')).toHaveCount(0);
          }
      }),
    );
    for (const count of settled)
      await expect.poll(() => count.asked > 0 && count.asked === count.answered).toBe(true);
    await expectTheTruth(pages, pipeline, titles);
  });
});
