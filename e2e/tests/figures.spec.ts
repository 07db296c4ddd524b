import type { Page } from '@playwright/test';
import { demo, expect, loginAs, test } from '../support/pulso';

/**
 * The amounts, counts and percentages on the page that are not seen whole: text that reaches beyond a box which hides what
 * does not fit. What lies outside a part that scrolls is not cut, only further on.
 */
const cutFigures = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const figure = /(?:R\$|\d[\d.,]*\s?(?:%|mil|mi)\b|^[+\u2212-]?\d[\d.,]*$)/;
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !figure.test(node.textContent ?? '') || !element.checkVisibility()) continue;
      if (element.closest('.sr-only, .invisible, script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowX, position } = getComputedStyle(box);
        if (overflowX === 'auto' || overflowX === 'scroll' || position === 'fixed') break;
        if (overflowX === 'visible') continue;
        const { left, right } = box.getBoundingClientRect();
        if (text.left < left - 1 || text.right > right + 1) {
          cut.push(
            `${node.textContent?.trim()} (${Math.round(text.width)} px in ${Math.round(right - left)})`,
          );
          break;
        }
      }
    }
    return cut;
  });

for (const width of [390, 1024, 1280, 1366, 1440]) {
  test(`no figure is cut at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await loginAs(page, demo.admin);
    for (const [path, there] of [
      ['/dashboard', 'MRR'],
      ['/portfolio', 'MRR'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('region', { name: there, exact: true })).toContainText('R$');
      await expect.poll(() => cutFigures(page), { message: path }).toEqual([]);
    }
    await page.goto('/pipeline');
    await expect(page.getByRole('article').first()).toContainText('R$');
    await expect.poll(() => cutFigures(page), { message: '/pipeline' }).toEqual([]);
  });
}

test('a figure that has no room is told whole to who points at it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await loginAs(page, demo.admin);
  await page.goto('/portfolio');
  const figure = page.getByRole('region', { name: 'ARR', exact: true }).locator('[data-figure]');
  await expect(figure).toContainText('R$');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '26px'));
  await expect(figure).toHaveAttribute('title', /^R\$\s[\d.]+(,\d\d)?$/);
  await expect(figure.locator('[aria-hidden]')).toHaveText(/R\$\s[\d.,]+/);
});

test('figures of one width leave hyphens, spaces and brackets of tax ids and phones as they are', async ({
  page,
}) => {
  await loginAs(page, demo.admin);
  const widths = await page.evaluate(async () => {
    await document.fonts.ready;
    const widthOf = (text: string, tabular: boolean) => {
      const span = document.createElement('span');
      span.textContent = text.repeat(20);
      span.style.cssText = `position:absolute;white-space:pre;font-variant-numeric:${tabular ? 'tabular-nums' : 'normal'}`;
      document.body.append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    return {
      figures: [widthOf('1', true), widthOf('0', true)],
      signs: ['-', ' ', '(', ')'].map((sign) => [widthOf(sign, true), widthOf(sign, false)]),
    };
  });
  expect(widths.figures[0]).toBe(widths.figures[1]);
  for (const [tabular, plain] of widths.signs) expect(tabular).toBe(plain);
});

test('every page of the settings begins at the same edge', async ({ page }) => {
  await loginAs(page, demo.admin);
  const edges: Record<string, number> = {};
  for (const path of ['company', 'calendar', 'users', 'roles', 'teams', 'api-keys', 'profile', 'security']) {
    await page.goto(`/settings/${path}`);
    await expect(page.locator('#content .shimmer')).toHaveCount(0);
    await expect(page.locator('#content').getByRole('button').first()).toBeVisible();
    // Cards, tables, fields and the list of roles: what has an edge that is seen.
    edges[path] = await page.locator('#content').evaluate((content) => {
      const menu = content.querySelector('nav')?.getBoundingClientRect().right ?? 0;
      return Math.min(
        ...[...content.querySelectorAll('*')]
          .filter((one) => one.checkVisibility())
          .filter(
            (one) => Number.parseFloat(getComputedStyle(one).borderLeftWidth) > 0 || one.matches('nav li'),
          )
          .map((one) => one.getBoundingClientRect().left)
          .filter((left) => left >= menu),
      );
    });
  }
  expect(new Set(Object.values(edges)).size, JSON.stringify(edges)).toBe(1);
});
