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
  let asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    asked.push(`${request.method()} ${pathname}${search}`);
  });
  await page.goto('/dashboard');
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
      await expect(page.locator('h1')).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => Object.keys(window.pulsoEarly ?? { none: true })))
        .toEqual([]);
      await expect(page.locator('.shimmer')).toHaveCount(0);
      for (const address of ['/api/profile', ...addresses.map((one) => one.replace('*', id))])
        expect(asked.filter((one) => one === `GET ${address}`)).toHaveLength(1);
      expect(asked.filter((one) => one === 'POST /api/auth/refresh')).toHaveLength(1);
    });
});
