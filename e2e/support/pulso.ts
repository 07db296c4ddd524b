import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test';

/** The demo tenant that the product makes on its first start. */
export const demo = {
  admin: { email: 'admin@demo.com', password: 'demo12345' },
  agent: { email: 'agent@demo.com', password: 'demo12345' },
  viewer: { email: 'viewer@demo.com', password: 'demo12345' },
};

export interface Credentials {
  email: string;
  password: string;
  tenant?: string;
}

export interface Company extends Credentials {
  tenant: string;
  api: Api;
}

/** Asks the API as one person; anything but a success is an error that says what the server answered. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  get = <T>(path: string) => this.send<T>('GET', path);
  post = <T>(path: string, data: unknown = {}) => this.send<T>('POST', path, data);
  patch = <T>(path: string, version: number, data: unknown) =>
    this.send<T>('PATCH', path, data, { 'If-Match': `"${version}"` });

  private async send<T>(
    method: string,
    path: string,
    data?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await this.request.fetch(path, {
      method,
      data,
      headers: { ...headers, Authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? (undefined as T) : ((await answer.json()) as T);
  }
}

async function session(request: APIRequestContext, path: string, data: unknown): Promise<string> {
  const answer = await request.post(path, { data, headers: { 'X-Pulso-Client': 'web' } });
  if (!answer.ok()) throw new Error(`POST ${path}: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

// Takes apart what it is given: a `Company` is more than its credentials, and the server refuses unknown fields.
export const apiOf = async (request: APIRequestContext, { email, password, tenant }: Credentials) =>
  new Api(request, await session(request, '/api/auth/login', { email, password, tenant }));

/** Logs the page's browser in without the form: the answer sets the session's cookie, the app finds it on its first load. */
export async function loginAs(page: Page, who: Credentials): Promise<Api> {
  const api = await apiOf(page.request, who);
  await page.addInitScript(() => localStorage.setItem('pulso.session', '1'));
  return api;
}

/**
 * What axe finds on the page as it stands: WCAG 2.2 A and AA, and its best practices. `colours`: only what the theme decides.
 * `over`: a menu or a popover is open, which is in no landmark of the page. A focus guard of Base UI is always out: an
 * empty element that only passes the focus on and has nothing to be read.
 */
export async function accessibilityViolations(
  page: Page,
  { colours, over }: { colours?: boolean; over?: boolean } = {},
): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .exclude('[data-base-ui-focus-guard]')
    // One frame, one run: the other mode opens a page of its own to put frames together.
    .setLegacyMode();
  if (colours) axe.withRules(['color-contrast', 'link-in-text-block']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  if (over && !colours) axe.disableRules(['region']);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([]);
}

/**
 * `company`: a tenant that only this test knows, with its admin and the admin's API.
 * Every test also fails when the page throws or logs an error that it did not announce with `allowConsoleErrors`.
 */
export const test = base.extend<{ company: Company; allowConsoleErrors: RegExp[]; quietConsole: undefined }>({
  company: async ({ playwright, baseURL }, use, info) => {
    const slug = `e2e-${info.testId.slice(0, 12)}-${Date.now().toString(36)}`.toLowerCase();
    const credentials = { email: `admin@${slug}.test`, password: 'correct horse battery', tenant: slug };
    const request = await playwright.request.newContext({ baseURL });
    const { email, password } = credentials;
    const token = await session(request, '/api/auth/register', {
      company_name: `Empresa ${slug}`,
      slug,
      name: 'Maria Alves',
      email,
      password,
    });
    await use({ ...credentials, api: new Api(request, token) });
    await request.dispose();
  },
  allowConsoleErrors: [[], { option: true }],
  quietConsole: [
    async ({ page, allowConsoleErrors }, use) => {
      const loud: string[] = [];
      page.on('pageerror', (error) => loud.push(String(error)));
      page.on(
        'console',
        (message) => message.type() === 'error' && loud.push(`${message.text()} (${message.location().url})`),
      );
      await use(undefined);
      expect(loud.filter((text) => !allowConsoleErrors.some((allowed) => allowed.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
