import { demo, expect, loginAs, test } from '../support/pulso';

declare global {
  interface Window {
    pulsoEarly?: Record<string, unknown>;
  }
}

test('a page takes what was asked for before its scripts were there, and asks for nothing twice', async ({
  page,
}) => {
  const api = await loginAs(page, demo.admin);
  const first = async (path: string) =>
    (await api.get<{ data: { id: string }[] }>(`${path}?limit=1`)).data[0]?.id;
  const ids: Record<string, string | undefined> = {
    '/invoices/*': await first('/api/invoices'),
    '/customers/*': await first('/api/customers'),
  };
  // What happens elsewhere is read again, and rightly so: here nobody hears of it.
  await page.route('**/api/live', () => {});
  let asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    asked.push(`${request.method()} ${pathname}${search}`);
  });
  // Whoever leaves a page while it is still asking would have its requests counted for the next one.
  const shown = async () => {
    await expect(page.locator('h1')).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => Object.keys(window.pulsoEarly ?? { none: true })))
      .toEqual([]);
    await expect(page.locator('.shimmer')).toHaveCount(0);
  };
  await page.goto('/dashboard');
  await shown();
  const reads = await page.evaluate(
    () =>
      JSON.parse(document.querySelector<HTMLElement>('script[data-boot]')?.dataset.boot ?? '{}')
        .reads as Record<string, string[]>,
  );
  expect(Object.keys(reads).length).toBeGreaterThan(4);
  for (const [part, addresses] of Object.entries(reads))
    await test.step(part, async () => {
      const id = ids[part] ?? '';
      asked = [];
      await page.goto(part.replace('*', id));
      await shown();
      for (const address of ['/api/profile', ...addresses.map((one) => one.replace('*', id))])
        expect(asked.filter((one) => one === `GET ${address}`)).toHaveLength(1);
      expect(asked.filter((one) => one === 'POST /api/auth/refresh')).toHaveLength(1);
    });
});
