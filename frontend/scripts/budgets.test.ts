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
];
const over = (entry: number, firstPage: number, page: number) =>
  weigh(built, { entry, firstPage, page }).over.map((line) => line.split(' kB')[0]?.replace(/ [\d.]+$/, ''));

it('weighs what a person waits for, whatever chunk it lies in', () => {
  expect(over(130, 180, 45)).toEqual([]);
  expect(over(50, 180, 45)).toEqual(['entry']);
  expect(over(130, 120, 45)).toEqual(['entry, shell and first page']);
  expect(over(130, 180, 10)).toEqual(['largest page (_app/leads) beyond the shell']);
});
