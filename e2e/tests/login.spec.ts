import { expect, expectAccessible, test } from '../support/pulso';

test('a visitor is asked to log in, and the page is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Entrar', exact: true })).toBeVisible();
  await expectAccessible(page);
});
