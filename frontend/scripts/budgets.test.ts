import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { weigh } from './budgets';

const chunk = (fileName: string, kb: number, more: object = {}) => ({
  fileName,
  imports: [],
  moduleIds: [],
  isEntry: false,
  // What is random does not get smaller.
  code: randomBytes(kb * 1024).toString('hex'),
  ...more,
});
const page = (route: string) => [`/x/src/routes/${route}.tsx?tsr-split=component`];
const built = [
  chunk('app.js', 40, { isEntry: true, imports: ['vendor.js'] }),
  chunk('vendor.js', 60),
  chunk('shell.js', 30, { moduleIds: page('_app'), imports: ['vendor.js'] }),
  chunk('dashboard.js', 10, { moduleIds: page('_app/dashboard'), imports: ['shell.js'] }),
  chunk('leads.js', 20, { moduleIds: page('_app/leads'), imports: ['forms.js', 'vendor.js'] }),
  chunk('forms.js', 15),
  chunk('pt-BR.js', 5, {
    moduleIds: ['/x/src/shared/i18n/texts/kit/pt-BR.ts', '/x/src/shared/i18n/texts/shell/pt-BR.ts'],
  }),
  chunk('en.js', 4, { moduleIds: ['/x/src/shared/i18n/texts/kit/en.ts'] }),
  chunk('crm.js', 8, { moduleIds: ['/x/src/shared/i18n/texts/crm/pt-BR.ts'] }),
];
const textsOf = (name: string) => (name === '_app/leads' ? ['crm'] : []);
const over = (entry: number, firstPage: number, page: number) =>
  weigh(built, { entry, firstPage, page }, textsOf).over.map((line) =>
    line.split(' kB')[0]?.replace(/ [\d.]+$/, ''),
  );

it('weighs what a person waits for, whatever chunk it lies in', () => {
  expect(over(130, 180, 55)).toEqual([]);
  expect(over(50, 180, 55)).toEqual(['entry']);
  expect(over(130, 120, 55)).toEqual(['entry, shell and first page']);
  expect(over(130, 180, 10)).toEqual(['largest page (_app/leads) beyond the shell']);
});

it('weighs the texts of a page with it, in the language that needs more', () => {
  const { lines } = weigh(built, { entry: 200, firstPage: 200, page: 200 }, textsOf);
  const kb = lines.map((line) => Math.round(Number(/([\d.]+) kB gzip of/.exec(line)?.[1])));
  // Hexadecimal digits of random bytes go into little more than the bytes.
  const near = (what: number) => [what, Math.round(what * 1.15)];
  for (const [at, expected] of [105, 145, 43].entries()) {
    const [least = 0, most = 0] = near(expected);
    expect(kb[at]).toBeGreaterThanOrEqual(least);
    expect(kb[at]).toBeLessThanOrEqual(most);
  }
});
