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
